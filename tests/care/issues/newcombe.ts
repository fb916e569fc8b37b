/**
 * Newcombe's method 10 once more, by the roots of the score equation instead of Wilson's formula: what the rules are
 * held against.
 */
const z = 1.959963984540054;

/** Where |k/n - p| = z √(p(1-p)/n): the two roots of (1 + z²/n) p² - (2k/n + z²/n) p + k²/n² = 0. */
function score([k, n]: [number, number]): [number, number] {
  const [a, b, c] = [1 + (z * z) / n, -(2 * (k / n) + (z * z) / n), (k / n) ** 2];
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  return [Math.max(0, (-b - root) / (2 * a)), Math.min(1, (-b + root) / (2 * a))];
}

/** Both ends; `null` where either is of none. */
export function newcombe(own: [number, number], rest: [number, number]): [number, number] | null {
  if (own[1] === 0 || rest[1] === 0) return null;
  const [p, q] = [own[0] / own[1], rest[0] / rest[1]];
  const [[l1, u1], [l2, u2]] = [score(own), score(rest)];
  return [p - q - Math.sqrt((p - l1) ** 2 + (u2 - q) ** 2), p - q + Math.sqrt((u1 - p) ** 2 + (q - l2) ** 2)];
}
