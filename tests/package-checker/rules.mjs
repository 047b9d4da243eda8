// The seven checks of evidence-package.md, in its order. Each returns sentences that name what was altered.

import { createHash } from "node:crypto";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const digestOf = (name) => (...parts) => createHash(name).update(parts.join("\n"), "utf8").digest("hex");

const readJson = (text, name, found) => {
  try {
    return JSON.parse(text);
  } catch {
    found.push(`${name} is not JSON any more`);
    return undefined;
  }
};

const readLines = (files, path, found) => (files.get(path)?.toString("utf8") ?? "").split("\n").filter((line) => line)
  .map((line, index) => readJson(line, `${path} line ${index + 1}`, found)).filter((line) => line);

const grouped = (list, key) => {
  const groups = new Map();
  for (const one of list) {
    if (!groups.has(key(one))) groups.set(key(one), []);
    groups.get(key(one)).push(one);
  }
  return groups;
};

/** 1. */
const checkFiles = (files, manifest, number, found) => {
  const own = sha256(files.get("manifest.json"));
  if (files.get("manifest.sha256")?.toString("utf8") !== `${own}  manifest.json\n`)
    found.push("manifest.json or manifest.sha256 was altered: they do not fit each other");
  if (number && number !== own) found.push(`manifest.json is that of another package: its number is ${own}`);

  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  for (const [path, file] of listed) {
    const bytes = files.get(path);
    if (!bytes) found.push(`${path} is missing`);
    else if (bytes.length !== file.size || sha256(bytes) !== file.sha256) found.push(`${path} was altered: it does not have the hash of the manifest`);
  }
  for (const path of files.keys())
    if (!listed.has(path) && path !== "manifest.json" && path !== "manifest.sha256") found.push(`${path} was added: the manifest does not name it`);
};

/** 2. */
const checkChain = (streams, manifest, H, found) => {
  for (const [stream, events] of streams) {
    let before = "";
    events.forEach((event, index) => {
      const name = `event ${event.seq} of ${stream}`;
      if (event.seq !== index + 1) found.push(`${name} stands where event ${index + 1} should`);
      if (H(before, event.body) !== event.hash) found.push(`${name} was altered: it does not fit its hash`);
      const body = readJson(event.body, name, found);
      if (body && (body.seq !== event.seq || body.prev !== before)) found.push(`${name} does not follow the event before`);
      event.read = body;
      before = event.hash;
    });
    const told = manifest.streams.find((one) => one.name === stream);
    if (told?.events !== events.length || told.head !== before) found.push(`${stream} is not as long as, or does not end as, the manifest says`);
  }
  for (const { name } of manifest.streams) if (!streams.has(name)) found.push(`${name} is missing`);
  if (!streams.has(`task/${manifest.task}`)) found.push(`task/${manifest.task} is missing`);
};

/** 3. */
const checkFeed = (streams, feed, found) => {
  for (const [stream, events] of streams) {
    let covered = 0;
    for (const entry of feed.filter((one) => one.stream === stream)) {
      const name = `feed entry ${entry.position} of shard ${entry.shard} (${stream})`;
      if (entry.fromSeq !== covered + 1 || entry.toSeq < entry.fromSeq) found.push(`${name} does not follow the one before`);
      if (events[entry.toSeq - 1]?.hash !== entry.hash) found.push(`${name} tells of another event ${entry.toSeq}`);
      covered = entry.toSeq;
    }
    if (covered !== events.length) found.push(`the feed tells of ${covered} events of ${stream}, not of ${events.length}`);
  }
};

/** 4. */
const checkSeals = (seals, manifest, H, found) => {
  for (const seal of seals.values()) {
    const name = `seal ${seal.number}`;
    if (seal.store !== manifest.store.id) found.push(`${name} is of another store`);
    if (H(...seal.roots) !== seal.root) found.push(`${name} was altered: its root does not fit`);
    const before = seals.get(seal.number - 1);
    if (before && before.signature !== seal.previous) found.push(`${name} does not follow seal ${before.number}`);
  }
  if (String([...seals.keys()]) !== String(manifest.seals)) found.push("the seals are not those that the manifest names");
};

/** 5. Returns how many entries no seal covers. */
const checkSealed = (feed, seals, H, found) => {
  let unsealed = 0;
  for (const [shard, entries] of grouped(feed, (entry) => entry.shard)) {
    const proven = new Set();
    for (const seal of seals.values()) {
      const before = seal.number === 1 ? { positions: [], roots: [] } : seals.get(seal.number - 1);
      if (!before) continue;
      const [after, to] = [before.positions[shard] ?? 0, seal.positions[shard]];
      const range = entries.filter((entry) => entry.position > after && entry.position <= to);
      if (range.length === 0) continue;
      let root = before.roots[shard] ?? "";
      for (const entry of range) root = H(root, entry.position, entry.fromSeq, entry.toSeq, entry.hash, entry.stream);
      if (root !== seal.roots[shard]) found.push(`the feed of shard ${shard} from ${after + 1} to ${to} is not what seal ${seal.number} saw`);
      for (const entry of range) proven.add(entry);
    }
    const newest = Math.max(0, ...[...seals.values()].map((seal) => seal.positions[shard]));
    for (const entry of entries) {
      if (entry.position > newest) unsealed++;
      else if (!proven.has(entry)) found.push(`feed entry ${entry.position} of shard ${shard} has lost its seal`);
    }
  }
  return unsealed;
};

/** 6. */
const checkDefinitions = (streams, files, found) => {
  for (const [stream, [first]] of streams) {
    if (!stream.startsWith("definition-content/")) continue;
    const hash = stream.slice("definition-content/".length);
    const bytes = files.get(`definitions/${hash}.json`);
    if (!bytes) found.push(`definitions/${hash}.json is missing`);
    else if (bytes.toString("utf8") !== first.read?.fact?.json)
      found.push(`definitions/${hash}.json was altered: it is not what the ledger holds`);
  }
};

/** 7. */
const checkEvidence = (streams, files, found) => {
  for (const [stream, events] of streams) {
    const kinds = events.map((event) => event.read?.kind);
    if (!stream.startsWith("evidence/") || !kinds.includes("evidence.stored") || kinds.includes("evidence.removed")) continue;
    const hash = stream.slice("evidence/".length);
    const path = [...files.keys()].find((name) => name.startsWith(`files/${hash}`));
    if (!path) found.push(`files/${hash} is missing`);
    else if (sha256(files.get(path)) !== hash) found.push(`${path} was altered: it does not have the hash in its name`);
  }
};

/** { found: [sentence], number, manifest, seals: [seal], unsealed, events } */
export const check = ({ files, damaged }, number) => {
  const found = [...damaged];
  if (!files.has("manifest.json")) return { found: [...found, "manifest.json is missing"] };
  const manifest = readJson(files.get("manifest.json").toString("utf8"), "manifest.json", found);
  if (!manifest) return { found };

  checkFiles(files, manifest, number, found);
  const H = digestOf(manifest.store.digest);
  const events = readLines(files, "ledger/events.jsonl", found);
  const streams = grouped(events, (event) => event.stream);
  const feed = readLines(files, "ledger/feed.jsonl", found);
  const seals = new Map(readLines(files, "ledger/seals.jsonl", found)
    .map((line) => [line, readJson(line.body, `seal ${line.number}`, found)])
    .filter(([line, seal]) => seal && (seal.number === line.number || found.push(`seal ${line.number} was altered`)))
    .map(([line, seal]) => [line.number, seal]));
  checkChain(streams, manifest, H, found);
  checkFeed(streams, feed, found);
  checkSeals(seals, manifest, H, found);
  const unsealed = checkSealed(feed, seals, H, found);
  checkDefinitions(streams, files, found);
  checkEvidence(streams, files, found);
  return { found, number: sha256(files.get("manifest.json")), manifest, seals: [...seals.values()], unsealed, events: events.length };
};
