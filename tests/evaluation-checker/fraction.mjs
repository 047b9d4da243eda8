// Exact fractions of whole numbers (scoring.md, chapter 1).

const gcd = (a, b) => {
  while (b) [a, b] = [b, a % b];
  return a;
};

export class Fraction {
  constructor(upper, lower = 1n) {
    if (lower === 0n) throw new RangeError("division by zero");
    if (lower < 0n) [upper, lower] = [-upper, -lower];
    const common = gcd(upper < 0n ? -upper : upper, lower) || 1n;
    this.upper = upper / common;
    this.lower = lower / common;
  }

  static zero = new Fraction(0n);
  static one = new Fraction(1n);
  static hundred = new Fraction(100n);

  /** The type *number* of the bundle: a decimal in a string. */
  static read(text) {
    const [, sign, whole, decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    return new Fraction(BigInt(sign + whole + decimals), 10n ** BigInt(decimals.length));
  }

  static of(count) {
    return new Fraction(BigInt(count));
  }

  plus(other) { return new Fraction(this.upper * other.lower + other.upper * this.lower, this.lower * other.lower); }
  minus(other) { return new Fraction(this.upper * other.lower - other.upper * this.lower, this.lower * other.lower); }
  times(other) { return new Fraction(this.upper * other.upper, this.lower * other.lower); }
  over(other) { return new Fraction(this.upper * other.lower, this.lower * other.upper); }
  negated() { return new Fraction(-this.upper, this.lower); }

  compare(other) {
    const difference = this.upper * other.lower - other.upper * this.lower;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other) { return this.compare(other) === 0; }
  isAbove(other) { return this.compare(other) > 0; }
  isAtLeast(other) { return this.compare(other) >= 0; }
  isAtMost(other) { return this.compare(other) <= 0; }

  /** Half up, away from zero. */
  rounded(decimals) {
    const scale = 10n ** BigInt(decimals);
    const size = this.upper < 0n ? -this.upper : this.upper;
    const whole = (2n * size * scale + this.lower) / (2n * this.lower);
    return new Fraction(this.upper < 0n ? -whole : whole, scale);
  }

  /** The whole number at or below it, for a number that is not negative. */
  floor() { return this.upper / this.lower; }

  toString() {
    const places = 12;
    const scale = 10n ** BigInt(places);
    if (scale % this.lower !== 0n) return `${this.upper}/${this.lower}`;

    const size = this.upper < 0n ? -this.upper : this.upper;
    const digits = (size * (scale / this.lower)).toString().padStart(places + 1, "0");
    const decimals = digits.slice(-places).replace(/0+$/, "");
    return (this.upper < 0n ? "-" : "") + digits.slice(0, -places) + (decimals && `.${decimals}`);
  }
}

export const smaller = (a, b) => (a.isAtMost(b) ? a : b);
export const greater = (a, b) => (a.isAtLeast(b) ? a : b);
export const clamped = (x, low, high) => smaller(greater(x, low), high);
export const sum = (numbers) => numbers.reduce((all, one) => all.plus(one), Fraction.zero);
