// The files of a package, from a zip or a folder: { files: Map of path to bytes, damaged: [sentence] }.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import zlib from "node:zlib";

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

const folder = (root) => {
  const files = new Map();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(relative(root, path).split(sep).join("/"), readFileSync(path));
  }
  return { files, damaged: [] };
};

const content = (zip, at, method, packed) => {
  if (zip.readUInt32LE(at) !== localEntry) throw new Error("no entry where the directory says");
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const bytes = zip.subarray(from, from + packed);
  if (method === 0) return bytes;
  if (method === 8) return zlib.inflateRawSync(bytes);
  throw new Error(`method ${method}`);
};

const unzip = (zip) => {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) throw new Error("This is no zip, or its end is gone.");
  const [files, damaged] = [new Map(), []];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== directoryEntry) throw new Error("The directory of the zip is damaged.");
    const [method, sum, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const path = zip.toString("utf8", at + 46, at + 46 + name);
    try {
      const bytes = content(zip, zip.readUInt32LE(at + 42), method, packed);
      // Older versions of Node have none; the hashes of the manifest say the same later.
      if (zlib.crc32 && zlib.crc32(bytes) !== sum) damaged.push(`zip: ${path} does not have its checksum`);
      if (files.has(path)) damaged.push(`zip: ${path} is there twice`);
      files.set(path, bytes);
    } catch (problem) {
      damaged.push(`zip: ${path} cannot be unpacked (${problem.message})`);
    }
    at += 46 + name + extra + comment;
  }
  return { files, damaged };
};

export const open = (path) => (statSync(path).isDirectory() ? folder(path) : unzip(readFileSync(path)));
