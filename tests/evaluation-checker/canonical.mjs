// The canonical form and its hashes (evaluation-bundle.md).

import { createHash } from "node:crypto";
import { Fraction } from "./fraction.mjs";

/** Names in order, nothing that is undefined, no blanks. */
export const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);

  const names = Object.keys(value).filter((name) => value[name] !== undefined && value[name] !== null).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
};

export const hashOf = (text) => createHash("sha256").update(text, "utf8").digest("hex");

const number = (text) => (text === undefined ? undefined : Fraction.read(text).toString());
const level = (text) => (text === undefined || text.startsWith("@") ? text : number(text));

/** By the given texts, one after another, in order of UTF-16 code units. */
export const ordered = (list, ...keys) => [...list].sort((a, b) => {
  for (const key of keys) {
    const [x, y] = [key(a), key(b)];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
});

const withNumbers = (value, ...names) => {
  const written = { ...value };
  for (const name of names) written[name] = number(value[name]);
  return written;
};

const functions = {
  ratio: (f) => ({ ...withNumbers(f, "cap"), target: level(f.target) }),
  linear: (f) => ({ ...f, floor: level(f.floor), target: level(f.target) }),
  difference: (f) => ({ ...withNumbers(f, "floor", "target"), reference: level(f.reference) }),
  step: (f) => ({ ...withNumbers(f, "otherwise"), steps: f.steps.map((step) => withNumbers(step, "at", "percent")) }),
  rank: (f) => withNumbers(f, "best", "worst"),
  milestone: (f) => withNumbers(f, "latePercent"),
  class: (f) => ({ ...f, classes: f.classes.map((entry) => withNumbers(entry, "percent")) }),
  "per-event": (f) => withNumbers(f, "each", "cap"),
  panel: (f) => withNumbers(f, "scale"),
  veto: (f) => f,
};

const mapped = (object, write) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, write(value)]));

export const schemeText = (scheme) => canonical({
  ...withNumbers(scheme, "processShareMax", "bonusMax", "deductionMax"),
  grades: scheme.grades.map((grade) => withNumbers(grade, "from")),
  measures: scheme.measures.map((measure) => ({
    ...measure,
    prior: measure.prior && withNumbers(measure.prior, "cases", "percent"),
  })),
  indicators: scheme.indicators.map((indicator) => ({
    ...indicator,
    function: functions[indicator.function.kind](indicator.function),
    missing: withNumbers(indicator.missing, "percent"),
    notApplicable: withNumbers(indicator.notApplicable, "percent"),
  })),
  groups: scheme.groups.map((group) => ({
    ...group,
    weights: mapped(group.weights, number),
    quotas: group.quotas.map((quota) => withNumbers(quota, "percent")),
  })),
});

const measurementText = (measurement) => canonical({
  ...withNumbers(measurement, "value", "part", "whole"),
  references: [...measurement.references].sort(),
});

const sheetText = (sheet) => canonical({
  ...sheet,
  marks: ordered(sheet.marks, (mark) => mark.agency, (mark) => mark.indicator).map((mark) => withNumbers(mark, "mark")),
});

const panelsText = (panels) => canonical(ordered(panels, (panel) => panel.code).map((panel) => ({
  ...panel,
  judges: ordered(panel.judges, (judge) => judge.account),
  recusals: ordered(panel.recusals, (recusal) => recusal.judge, (recusal) => recusal.agency, (recusal) => recusal.reason),
})));

const hashOfLines = (list, name, text) => hashOf(list.map((one) => `${name(one)} ${hashOf(text(one))}\n`).join(""));

export const inputHashes = (bundle) => ({
  measurements: hashOfLines(
    ordered(bundle.measurements, (m) => m.agency, (m) => m.measure), (m) => `${m.agency}/${m.measure}`, measurementText),
  panels: hashOf(panelsText(bundle.panels)),
  sheets: hashOfLines(ordered(bundle.sheets, (s) => s.panel, (s) => s.judge), (s) => `${s.panel}/${s.judge}`, sheetText),
});
