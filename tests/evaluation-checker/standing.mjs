// Ranks and grades within a group (scoring.md, chapters 11 and 12).

import { ordered } from "./canonical.mjs";
import { Fraction } from "./fraction.mjs";

const pointsOf = (found) => found?.points ?? Fraction.zero;
const lineOf = (one, code) => one.lines.find((line) => line.indicator.code === code);
const sectionOf = (one, code) => one.sections.find((section) => section.section === code);

const tieKeys = {
  indicator: (a, b, code) => pointsOf(lineOf(a, code)).compare(pointsOf(lineOf(b, code))),
  section: (a, b, code) => pointsOf(sectionOf(a, code)).compare(pointsOf(sectionOf(b, code))),
  deduction: (a, b) => b.deduction.compare(a.deduction),
  bonus: (a, b) => b.bonus.compare(a.bonus),
};

/** Above 0 when a stands before b, 0 when they share a rank. */
const before = (scheme, a, b) => {
  let order = a.total.compare(b.total);
  for (const tie of scheme.ties) {
    if (order !== 0) break;
    order = tieKeys[tie.by](a, b, tie.code);
  }
  return order;
};

/** Agencies in the order of the result; those with a total get their rank. */
export const rankAll = (scheme, agencies) => {
  const ranked = agencies.filter((one) => one.total);
  for (const one of ranked) one.rank = 1 + ranked.filter((other) => before(scheme, other, one) > 0).length;

  const byCode = ordered(agencies, (one) => one.agency);
  return [...byCode.filter((one) => one.total).sort((a, b) => a.rank - b.rank), ...byCode.filter((one) => !one.total)];
};

const seatsOf = (group, grade) => {
  const quota = group.quotas.find((one) => one.grade === grade);
  return quota && Fraction.read(quota.percent).times(Fraction.of(group.agencies.length)).over(Fraction.hundred).floor();
};

/** Those of one rank pass the grades from the best on; where they find no seat they go on to the next. */
const seat = (scheme, grades, seats, sharers) => {
  grades.slice(0, -1).forEach((grade, index) => {
    const here = sharers.filter((one) => one.place === index);
    const left = seats.get(grade);
    if (here.length === 0 || left === undefined) return;

    const count = BigInt(here.length);
    if (count <= left || (scheme.quotaTie === "upper" && left > 0n)) seats.set(grade, count < left ? left - count : 0n);
    else for (const one of here) one.place = index + 1;
  });
};

export const gradeAll = (scheme, group, agencies) => {
  const grades = scheme.grades.map((grade) => grade.code);
  const seats = new Map(grades.map((grade) => [grade, seatsOf(group, grade)]));
  for (const one of agencies) {
    const ceilings = one.lines.filter((line) => line.strikes).map((line) => grades.indexOf(line.indicator.function.ceiling));
    const lowest = ceilings.length ? Math.max(...ceilings) : 0;
    if (ceilings.length) one.ceiling = grades[lowest];
    if (!one.total) continue;

    const earned = scheme.grades.findIndex((grade) => one.total.isAtLeast(Fraction.read(grade.from)));
    one.earned = grades[earned];
    one.place = Math.max(earned, lowest);
  }

  const ranked = agencies.filter((one) => one.total);
  for (const rank of new Set(ranked.map((one) => one.rank))) seat(scheme, grades, seats, ranked.filter((one) => one.rank === rank));
  for (const one of ranked) one.grade = grades[one.place];
};
