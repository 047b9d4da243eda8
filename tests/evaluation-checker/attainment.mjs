// What an indicator says of one agency: a value, or why there is none (scoring.md, chapters 3 to 6).

import { Fraction, clamped, greater, smaller, sum } from "./fraction.mjs";

/** Fewer cases or agencies than these decide nothing. */
const sampleMin = Fraction.of(5);

const percentOf = (percent) => percent.over(Fraction.hundred);
const texts = (values) => Object.fromEntries(
  Object.entries(values).filter(([, value]) => value !== undefined).map(([name, value]) => [name, value.toString()]));

export const missing = (reason) => ({ is: "missing", reason });
export const notApplicable = (reason) => ({ is: "not-applicable", reason });
const scored = (found, values) => ({ is: "scored", ...found, values: texts(values) });

/** The value of a measurement with the names that `values` lists for it. */
export const valueOf = (measurement, prior) => {
  if (measurement.kind === "number") {
    const value = Fraction.read(measurement.value);
    return { value, values: { value } };
  }

  const [part, whole] = [Fraction.read(measurement.part), Fraction.read(measurement.whole)];
  if (!prior) {
    const value = Fraction.hundred.times(part).over(whole);
    return { value, values: { part, whole, value } };
  }

  const [cases, percent] = [Fraction.read(prior.cases), Fraction.read(prior.percent)];
  const value = Fraction.hundred.times(part).plus(cases.times(percent)).over(whole.plus(cases));
  return { value, values: { part, whole, priorCases: cases, priorPercent: percent, value } };
};

/** In the order in which chapter 5 names them. */
const levelNames = { ratio: ["target"], linear: ["floor", "target"], difference: ["reference"] };

const measuresOf = (indicator) => [
  indicator.measure,
  ...(levelNames[indicator.function.kind] ?? []).map((name) => indicator.function[name])
    .filter((text) => text.startsWith("@")).map((text) => text.slice(1)),
];

const absenceOf = (indicator, find) => {
  const found = measuresOf(indicator).map(find);
  const out = found.find((measurement) => measurement?.kind === "not-applicable");
  if (out) return notApplicable(out.reason);

  const gap = found.findIndex((measurement) => !measurement || measurement.kind === "missing");
  return gap < 0 ? null : missing(found[gap]?.reason ?? "no-measurement");
};

const formulas = {
  ratio: (f, own, level) => {
    const [target, cap] = [level(f.target), Fraction.read(f.cap)];
    const attainment = f.direction === "higher" ? clamped(own.value.over(target), Fraction.zero, cap)
      : own.value.isAtMost(Fraction.zero) ? cap
      : smaller(target.over(own.value), cap);
    return scored({ attainment }, { ...own.values, target, cap });
  },
  linear: (f, own, level) => {
    const [floor, target] = [level(f.floor), level(f.target)];
    const attainment = clamped(own.value.minus(floor).over(target.minus(floor)), Fraction.zero, Fraction.one);
    return scored({ attainment }, { ...own.values, floor, target });
  },
  difference: (f, own, level) => {
    const [reference, floor, target] = [level(f.reference), Fraction.read(f.floor), Fraction.read(f.target)];
    const difference = own.value.minus(reference);
    const attainment = clamped(difference.minus(floor).over(target.minus(floor)), Fraction.zero, Fraction.one);
    return scored({ attainment }, { ...own.values, reference, difference, floor, target });
  },
  step: (f, own) => {
    const reaches = (at) => (f.direction === "higher" ? own.value.isAtLeast(at) : own.value.isAtMost(at));
    const step = f.steps.find((one) => reaches(Fraction.read(one.at)));
    const percent = Fraction.read(step ? step.percent : f.otherwise);
    return scored({ attainment: percentOf(percent) }, { ...own.values, at: step && Fraction.read(step.at), percent });
  },
};

const perEvent = (f, events, weight) => {
  const [each, cap] = [Fraction.read(f.each), Fraction.read(f.cap)];
  const taken = smaller(events.times(each), cap);
  const attainment = weight && greater(Fraction.zero, Fraction.one.minus(taken.over(weight)));
  return scored({ taken, attainment }, { events, each, cap, taken });
};

const milestone = (f, measurement) => {
  const reached = measurement.kind === "reached";
  const percent = !reached ? Fraction.zero : measurement.on <= f.dueOn ? Fraction.hundred : Fraction.read(f.latePercent);
  return scored({ attainment: percentOf(percent) }, { dueOn: f.dueOn, reachedOn: reached ? measurement.on : undefined, percent });
};

const ofClass = (f, measurement) => {
  const percent = Fraction.read(f.classes.find((entry) => entry.class === measurement.class).percent);
  return scored({ attainment: percentOf(percent) }, { class: measurement.class, percent });
};

const ofPanel = (f, panel, sheets, indicator, agency) => {
  const marks = sheets.filter((sheet) => sheet.panel === f.panel).flatMap((sheet) => sheet.marks)
    .filter((mark) => mark.agency === agency && mark.indicator === indicator.code).map((mark) => Fraction.read(mark.mark));
  const entitled = (panel?.judges ?? []).filter((judge) => judge.agency !== agency
    && !panel.recusals.some((recusal) => recusal.judge === judge.account && recusal.agency === agency));
  if (f.absent === "missing" && marks.length < entitled.length) return missing("marks-absent");
  if (marks.length < f.marksMin) return missing("too-few-marks");

  const isTrimmed = f.trimFrom > 0 && marks.length >= f.trimFrom;
  const [highest, lowest, all] = [marks.reduce(greater), marks.reduce(smaller), sum(marks)];
  const mean = isTrimmed
    ? all.minus(highest).minus(lowest).over(Fraction.of(marks.length - 2))
    : all.over(Fraction.of(marks.length));
  const scale = Fraction.read(f.scale);
  return scored({ attainment: mean.over(scale) }, {
    marks: marks.length, trimmed: isTrimmed ? 2 : 0, highest, lowest, sum: all, mean, scale,
  });
};

/** What one agency gets by itself; a rank is only a value until its group is known. */
const ownOf = (bundle, indicator, agency, find, weight) => {
  const f = indicator.function;
  if (f.kind === "panel") {
    return ofPanel(f, bundle.panels.find((panel) => panel.code === f.panel), bundle.sheets, indicator, agency);
  }

  const absence = absenceOf(indicator, find);
  if (absence) return absence;

  const measurement = find(indicator.measure);
  if (f.kind === "milestone") return milestone(f, measurement);
  if (f.kind === "class") return ofClass(f, measurement);

  const valueAt = (code) => valueOf(find(code), bundle.scheme.measures.find((measure) => measure.code === code).prior);
  const own = valueAt(indicator.measure);
  if (f.kind === "per-event") return perEvent(f, own.value, weight);
  if (f.kind === "veto") return scored({ strikes: own.value.isAbove(Fraction.zero) }, { events: own.value });
  if (f.kind === "rank") return { is: "to-rank", measurement, own };

  const level = (text) => (text.startsWith("@") ? valueAt(text.slice(1)).value : Fraction.read(text));
  return formulas[f.kind](f, own, level);
};

const rankAll = (f, found) => {
  for (const [agency, one] of found) {
    if (one.is === "to-rank" && one.measurement.kind === "rate" && !Fraction.read(one.measurement.whole).isAtLeast(sampleMin)) {
      found.set(agency, notApplicable("sample-too-small"));
    }
  }

  const ranked = [...found].filter(([, one]) => one.is === "to-rank");
  const [best, worst] = [Fraction.read(f.best), Fraction.read(f.worst)];
  const count = Fraction.of(ranked.length);
  const isBetter = (a, b) => (f.direction === "higher" ? a.own.value.isAbove(b.own.value) : b.own.value.isAbove(a.own.value));
  for (const [agency, one] of ranked) {
    if (!count.isAtLeast(sampleMin)) {
      found.set(agency, notApplicable("too-few-ranked"));
      continue;
    }

    const rank = Fraction.of(1 + ranked.filter(([, other]) => isBetter(other, one)).length);
    const percent = best.minus(best.minus(worst).times(rank.minus(Fraction.one)).over(count.minus(Fraction.one)));
    found.set(agency, scored({ attainment: percentOf(percent) }, { ...one.own.values, rank, count, best, worst, percent }));
  }
};

/** By agency: what the indicator says of each of the group that it is for. */
export const attainmentsOf = (bundle, group, indicator, agencies, measurements) => {
  const weight = group.weights[indicator.code] && Fraction.read(group.weights[indicator.code]);
  const found = new Map(agencies.map((agency) => [
    agency, ownOf(bundle, indicator, agency, (code) => measurements.get(`${agency}/${code}`), weight),
  ]));
  if (indicator.function.kind === "rank") rankAll(indicator.function, found);
  return found;
};
