// Computes bundles again and compares byte by byte.
//   node check.mjs BUNDLE [RESULT]   one bundle; without a result its own is printed
//   node check.mjs FOLDER            every NAME.bundle.json with its NAME.expected.json
// Ends with 0 when all agree, 1 when one differs, 2 when it was asked for nothing it can do.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { canonical } from "./canonical.mjs";
import { evaluate } from "./evaluation.mjs";

const resultOf = (file) => canonical(evaluate(JSON.parse(readFileSync(file, "utf8"))));

const firstDifference = (a, b) => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = Math.max(0, at - 120);
  return `at character ${at}\n  here : …${a.slice(from, at + 80)}\n  there: …${b.slice(from, at + 80)}`;
};

const agrees = (bundle, result) => {
  const [here, there] = [resultOf(bundle), readFileSync(result, "utf8")];
  if (here === there) return true;

  console.error(`${bundle} differs ${firstDifference(here, there)}`);
  return false;
};

const [asked, result] = process.argv.slice(2);
if (!asked || !existsSync(asked)) {
  console.error("usage: node check.mjs BUNDLE [RESULT] | node check.mjs FOLDER");
  process.exit(2);
}

if (!statSync(asked).isDirectory() && !result) {
  process.stdout.write(resultOf(asked));
} else {
  const pairs = statSync(asked).isDirectory()
    ? readdirSync(asked).filter((name) => name.endsWith(".bundle.json")).sort()
      .map((name) => [join(asked, name), join(asked, name.replace(/\.bundle\.json$/, ".expected.json"))])
    : [[asked, result]];
  const differ = pairs.filter(([bundle, expected]) => !agrees(bundle, expected)).length;
  console.log(`${pairs.length - differ} agree, ${differ} differ`);
  process.exit(differ || pairs.length === 0 ? 1 : 0);
}
