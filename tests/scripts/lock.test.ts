import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  optionalDependencies?: Record<string, string>;
}

const text = readFileSync('package-lock.json', 'utf8');
const packages: Record<string, Locked> = JSON.parse(text).packages;

it('the lock names every optional package, for machines of another kind: `npm ci` refuses one that does not', () => {
  const wanted = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
  const missing = wanted.filter(
    (name) => !Object.keys(packages).some((key) => key.endsWith(`node_modules/${name}`)),
  );
  expect(missing).toEqual([]);
});

it('the lock names no place packages come from', () => {
  expect(text).not.toContain('"resolved"');
});
