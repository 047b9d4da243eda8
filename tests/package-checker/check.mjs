// Says whether a package is whole, and if not, what was altered.
//   node check.mjs PACKAGE [NUMBER]
// Ends with 0 when it is whole, 1 when something was altered, 2 when it was given no package.

import { existsSync } from "node:fs";
import { open } from "./archive.mjs";
import { check } from "./rules.mjs";

const [path, number] = process.argv.slice(2);
if (!path || !existsSync(path)) {
  console.error("usage: node check.mjs PACKAGE.zip|FOLDER [NUMBER]");
  process.exit(2);
}

const result = (() => {
  try {
    return check(open(path), number);
  } catch (problem) {
    // A form so broken that it cannot be walked through is an alteration too.
    return { found: [`the package cannot be read: ${problem.message}`] };
  }
})();
for (const sentence of result.found) console.log(sentence);
if (result.manifest && result.seals) {
  const { manifest } = result;
  console.log(`task/${manifest.task}, ledger ${manifest.store.id} (${manifest.store.kind}), package number ${result.number}`);
  for (const seal of result.seals) console.log(`seal ${seal.number}, ${seal.sealedAt}, root ${seal.root}`);
  console.log(`${result.events} events, ${result.unsealed} appends not sealed yet`);
}
console.log(result.found.length === 0 ? "证据包完好 · The package is whole." : `发现 ${result.found.length} 处改动 · alterations found.`);
process.exit(result.found.length === 0 ? 0 : 1);
