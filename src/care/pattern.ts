/** How an admin describes where a number stands in a tag or a note: plain text with `{score}`, and `*` for anything. */
import { isPattern } from './configuration.ts';

const special = /[.*+?^${}()|[\]\\]/g;

/**
 * The number at `{score}`, `null` where the text does not fit. `*` stands for up to 80 characters of one line, a blank
 * for up to 20; where another `*` follows, the shortest run counts and no other is tried, so that no text, however
 * hostile, takes long. Capital letters do not matter.
 */
export function scoreIn(text: string, pattern: string, isWhole: boolean): number | null {
  if (!isPattern(pattern)) return null;
  const [before = '', after = ''] = pattern.trim().split('{score}');
  const source = `${partOf(before, 'b')}(?<score>\\d{1,3}(?:[.,]\\d{1,2})?)${partOf(after, 'a')}`;
  const found = new RegExp(isWhole ? `^${source}$` : `${source}(?![\\d])`, 'i').exec(text);
  const score = found?.groups?.score;
  return score ? Number(score.replace(',', '.')) : null;
}

/** `name` is free for groups: a run that is looked ahead for and then named is never tried anew. */
function partOf(pattern: string, name: string): string {
  const [first = '', ...runs] = pattern.split(/\*+/).map(plain);
  const last = runs.length - 1;
  const wild = runs.map((run, index) => {
    const shortest = `[^\\n]{0,80}?${run}`;
    return index === last ? shortest : `(?=(?<${name}${index}>${shortest}))\\k<${name}${index}>`;
  });
  return first + wild.join('');
}

const plain = (text: string) => text.replace(special, '\\$&').replace(/\s+/g, '\\s{1,20}');
