/** Exact intervals of counts. */

/** Lanczos' approximation of ln Γ(x), x > 0; good to 15 digits with these coefficients (g = 7, n = 9). */
const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

function logGamma(x: number): number {
  const t = x + 6.5;
  const sum = lanczos.reduce((all, c, index) => all + (index === 0 ? c : c / (x - 1 + index)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The regularized incomplete beta function I_x(a, b) by its continued fraction: Numerical Recipes §6.4. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return (Math.exp(front) * fraction(x, a, b)) / a;
}

/** Lentz's method. Steps grow with the root of the counts; a million needs some thousands. */
function fraction(x: number, a: number, b: number): number {
  const notZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let c = 1;
  let value = d;
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return value;
}

/** Exact 95 % interval of a share, `k` of `n`: Clopper and Pearson, Biometrika 26 (1934). */
export function exactInterval(k: number, n: number): [number, number] {
  return [k === 0 ? 0 : quantile(0.025, k, n - k + 1), k === n ? 1 : quantile(0.975, k + 1, n - k)];
}

/** Of the beta distribution, by halving. */
function quantile(p: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export interface Ratio {
  /** The second rate by the first; `null` where the first count is 0. */
  value: number | null;
  /** 95 %; the upper end is `Infinity` where the first count is 0. */
  interval: [number, number];
}

/**
 * How a rate changed: counts with what they are counts of (weeks, feedbacks). Of Poisson counts x₁ and x₂ with
 * exposures E₁ and E₂, x₂ given x₁ + x₂ is binomial with π = r·E₂ ÷ (E₁ + r·E₂); the exact interval of π gives that of
 * the ratio r: Przyborowski and Wilenski, Biometrika 31 (1940). `null` where there is nothing to compare.
 */
export function ratioOf(
  first: { count: number; of: number },
  second: { count: number; of: number },
): Ratio | null {
  const sum = first.count + second.count;
  if (sum === 0 || first.of <= 0 || second.of <= 0) return null;
  const scale = first.of / second.of;
  const ratio = (share: number) => (share >= 1 ? Number.POSITIVE_INFINITY : (share / (1 - share)) * scale);
  const [low, high] = exactInterval(second.count, sum);
  const value = first.count === 0 ? null : (second.count / first.count) * scale;
  return { value, interval: [ratio(low), ratio(high)] };
}
