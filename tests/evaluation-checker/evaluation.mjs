// From a bundle to its result (scoring.md): an independent second program, written from the two pages alone.

import { attainmentsOf } from "./attainment.mjs";
import { hashOf, inputHashes, schemeText } from "./canonical.mjs";
import { Fraction, greater, smaller, sum } from "./fraction.mjs";
import { gradeAll, rankAll } from "./standing.mjs";

const unweighted = new Set(["bonus", "deduction", "veto"]);
const isWeighted = (indicator) => !unweighted.has(indicator.kind);

const isFor = (indicator, group, agency) =>
  (!indicator.agencies || indicator.agencies.includes(agency))
  && (!isWeighted(indicator) || Fraction.read(group.weights[indicator.code] ?? "0").isAbove(Fraction.zero));

/** What stands in for a value that is missing or does not apply (chapter 7). */
const settled = (indicator, found, attainments) => {
  if (found.is === "scored") return { ...found, state: "scored" };

  const filled = (attainment) => ({ state: "filled", reason: found.reason, rule: indicator.missing.as, attainment });
  const held = { state: "held", reason: found.reason };
  if (found.is === "missing") {
    switch (indicator.missing.as) {
      case "hold": return held;
      case "percent": return filled(Fraction.read(indicator.missing.percent).over(Fraction.hundred));
      case "lowest": return attainments.length ? filled(attainments.reduce(smaller)) : held;
      case "mean": return attainments.length ? filled(sum(attainments).over(Fraction.of(attainments.length))) : held;
      case "none": return filled(undefined);
    }
  }

  return indicator.notApplicable.as === "percent"
    ? { state: "granted", reason: found.reason, attainment: Fraction.read(indicator.notApplicable.percent).over(Fraction.hundred) }
    : { state: "not-applicable", reason: found.reason };
};

/** Gives what does not apply to what does (chapter 8). Returns whether anything applies. */
const spread = (lines) => {
  const weighted = lines.filter((line) => isWeighted(line.indicator));
  const total = (some) => sum(some.map((line) => line.weight));
  const isIn = (line) => line.state !== "not-applicable";
  const factors = new Map();
  let pool = Fraction.zero;
  for (const section of new Set(weighted.map((line) => line.indicator.section))) {
    const here = weighted.filter((line) => line.indicator.section === section);
    const kept = total(here.filter(isIn));
    const inSection = total(here.filter((line) => !isIn(line) && line.indicator.notApplicable.as === "section"));
    const elsewhere = total(here.filter((line) => !isIn(line) && line.indicator.notApplicable.as !== "section"));
    const keeps = kept.isAbove(Fraction.zero);
    if (keeps) factors.set(section, kept.plus(inSection).over(kept));
    pool = pool.plus(keeps ? elsewhere : inSection.plus(elsewhere));
  }

  const all = total(weighted);
  if (all.equals(pool)) return false;

  const factor = all.over(all.minus(pool));
  for (const line of weighted.filter(isIn)) line.effectiveWeight = line.weight.times(factors.get(line.indicator.section)).times(factor);
  return true;
};

const pointsOf = (line, decimals) => {
  if (line.state === "held" || line.indicator.kind === "veto") return undefined;
  if (line.state === "not-applicable") return Fraction.zero;
  if (isWeighted(line.indicator)) return line.effectiveWeight.times(line.attainment).rounded(decimals);
  if (line.state !== "scored") return Fraction.zero;

  const taken = line.taken.rounded(decimals);
  return line.indicator.kind === "deduction" ? taken.negated() : taken;
};

const sectionsOf = (scheme, lines) => {
  const parents = new Map(scheme.sections.map((section) => [section.code, section.parent]));
  const isBelow = (code, section) => code !== undefined && (code === section || isBelow(parents.get(code), section));
  return scheme.sections.flatMap((section) => {
    const here = lines.filter((line) => isWeighted(line.indicator) && isBelow(line.indicator.section, section.code));
    const of = (name) => sum(here.map((line) => line[name] ?? Fraction.zero));
    return here.length ? [{ section: section.code, effectiveWeight: of("effectiveWeight"), points: of("points") }] : [];
  });
};

const agencyOf = (scheme, agency, lines) => {
  const applies = spread(lines);
  for (const line of lines) line.points = pointsOf(line, scheme.decimals);

  const pointsIn = (test) => sum(lines.filter((line) => test(line.indicator)).map((line) => line.points ?? Fraction.zero));
  const scored = pointsIn(isWeighted);
  const bonus = smaller(pointsIn((indicator) => indicator.kind === "bonus"), Fraction.read(scheme.bonusMax));
  const deduction = smaller(pointsIn((indicator) => indicator.kind === "deduction").negated(), Fraction.read(scheme.deductionMax));
  const held = lines.filter((line) => line.state === "held").map((line) => line.indicator.code);
  const total = held.length || !applies ? undefined : greater(Fraction.zero, scored.plus(bonus).minus(deduction));
  return { agency, lines, applies, scored, bonus, deduction, held, total, sections: sectionsOf(scheme, lines) };
};

const linesOf = (bundle, group, measurements) => {
  const lines = new Map(group.agencies.map((agency) => [agency, []]));
  for (const indicator of bundle.scheme.indicators) {
    const agencies = group.agencies.filter((agency) => isFor(indicator, group, agency));
    const found = attainmentsOf(bundle, group, indicator, agencies, measurements);
    const attainments = [...found.values()].filter((one) => one.is === "scored" && one.attainment).map((one) => one.attainment);
    for (const [agency, one] of found) {
      const weight = isWeighted(indicator) ? Fraction.read(group.weights[indicator.code]) : undefined;
      lines.get(agency).push({ indicator, weight, ...settled(indicator, one, attainments) });
    }
  }

  return lines;
};

const text = (number) => number?.toString();

const writtenLine = (line) => ({
  indicator: line.indicator.code,
  function: line.indicator.function.kind,
  state: line.state,
  values: line.values,
  reason: line.reason,
  rule: line.rule,
  weight: text(line.weight),
  effectiveWeight: text(line.effectiveWeight),
  attainment: isWeighted(line.indicator) ? text(line.attainment) : undefined,
  points: text(line.points),
  ceiling: line.strikes ? line.indicator.function.ceiling : undefined,
});

const writtenAgency = (one) => ({
  agency: one.agency,
  rank: one.rank,
  earned: one.earned,
  ceiling: one.ceiling,
  grade: one.grade,
  total: text(one.total),
  scored: text(one.scored),
  bonus: text(one.bonus),
  deduction: text(one.deduction),
  held: one.held.length ? one.held : undefined,
  nothingApplies: one.applies ? undefined : true,
  sections: one.sections.map((section) => ({ ...section, effectiveWeight: text(section.effectiveWeight), points: text(section.points) })),
  lines: one.lines.map(writtenLine),
});

const groupOf = (bundle, group, measurements) => {
  const lines = linesOf(bundle, group, measurements);
  const agencies = rankAll(bundle.scheme, group.agencies.map((agency) => agencyOf(bundle.scheme, agency, lines.get(agency))));
  gradeAll(bundle.scheme, group, agencies);
  return { group: group.code, agencies: agencies.map(writtenAgency) };
};

/** The result of a bundle, as an object; its canonical text is what is compared. */
export const evaluate = (bundle) => {
  const measurements = new Map(bundle.measurements.map((one) => [`${one.agency}/${one.measure}`, one]));
  const { code, version } = bundle.scheme;
  return {
    format: "supervision.evaluation-result/1",
    scheme: { code, version, hash: hashOf(schemeText(bundle.scheme)) },
    cutOff: {
      ...bundle.cutOff,
      positions: [...bundle.cutOff.positions].sort((a, b) => a.shard - b.shard || a.position - b.position),
    },
    inputs: inputHashes(bundle),
    simulated: bundle.simulated === true ? true : undefined,
    groups: bundle.scheme.groups.map((group) => groupOf(bundle, group, measurements)),
  };
};
