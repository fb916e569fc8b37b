import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { families } from '../../api/index.ts';
import { coverage, coveragePage } from '../../contract/coverage.ts';

const pathOf = (call: string) => call.split(' ')[1] ?? '';
const fileOf = (test: string) => new URL(`../${test}`, import.meta.url);

describe('the coverage matrix', () => {
  it('lists every mounted endpoint once, and no other', () => {
    const mounted = families.flat().map(({ method, path }) => `${method} ${path.replace('/api/v2', '')}`);
    expect(coverage.map((entry) => entry.call).sort()).toEqual(mounted.sort());
  });

  it('names tests that are there and speak of the endpoint', () => {
    const silent = coverage.filter(({ call, test }) => {
      if (!existsSync(fileOf(test))) return true;
      const text = readFileSync(fileOf(test), 'utf8');
      const fixed = pathOf(call)
        .split('/')
        .filter((part) => part !== '' && !part.startsWith(':'));
      return !fixed.every((part) => text.includes(`/${part}`));
    });
    expect(silent.map(({ call, test }) => `${call} in ${test}`)).toEqual([]);
  });

  it('says what is missing where support is partial', () => {
    expect(coverage.filter((entry) => (entry.supported === 'partial') !== (entry.note !== ''))).toEqual([]);
  });

  it('is the page COVERAGE.md', () => {
    expect(readFileSync(new URL('../../COVERAGE.md', import.meta.url), 'utf8')).toBe(coveragePage());
  });
});
