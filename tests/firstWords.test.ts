/** The words of the first screens: what comes with a location's code is what its first screen may say. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstWords } from '../vite.config.ts';

/** Files that come with this one, whatever is imported later left out. */
function comingWith(entries: string[]): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string) => {
    if (found.has(path) || !existsSync(path)) return;
    const text = readFileSync(path, 'utf8');
    found.set(path, text);
    for (const [, isType, target] of text.matchAll(/^(?:import|export) (type )?[^;]*?from '(\.[^']+)'/gm)) {
      if (!isType && target) visit(normalize(join(dirname(path), target)));
    }
  };
  for (const entry of entries) visit(entry);
  return found;
}

const groups = Object.keys(JSON.parse(readFileSync('translations/en.json', 'utf8')));

/** Groups of words a file asks for: keys begin with one and go on with a dot. */
const asked = (text: string) =>
  [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/['`](\w+)\.[\w.]*['`$]/g)]
    .map(([, group]) => group ?? '')
    // The host's own events begin like this.
    .filter((group) => groups.includes(group) && group !== 'app');

describe.each(Object.keys(firstWords))('the first screen of %s', (location) => {
  const files = comingWith(['src/main.ts', 'src/startFailure.ts', `src/locations/${location}.tsx`]);
  const said = [...files].flatMap(([path, text]) => asked(text).map((group) => ({ group, path })));

  it('has every word it says', () => {
    expect(files.size).toBeGreaterThan(50);
    const missing = said.filter(({ group }) => !firstWords[location]?.includes(group));
    expect(missing).toEqual([]);
  });

  it('carries none that it does not say', () => {
    const unsaid = firstWords[location]?.filter((name) => !said.some(({ group }) => group === name));
    expect(unsaid).toEqual([]);
  });
});
