/**
 * A customer's words without what tells who they are: for screens others look at, and for papers that leave the team.
 * What is cut is cut for good measure: a word too many, never a name too few.
 */

/** Stands where something was cut. */
export const maskMark = '[…]';

const links = /(?:https?:\/\/|www\.)\S+/giu;
const mails = /[^\s<>()[\]"',;:@]{1,64}@[^\s<>()[\]"',;]{1,255}/gu;
const handles = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+/gu;
/** Digits in groups, as phones, cards and accounts are written; seven digits at least. */
const longNumbers = /(?:\+|\b(?=[A-Z]{0,2}\d))[A-Z]{0,2}\d(?:[\s()./-]{0,4}\d){6,}/gu;
/** Words with four digits at least, as orders, tickets and contracts are numbered, or any number behind a `#`. */
const codes = /#\s?\p{N}+|(?<![\p{L}\p{N}])[\p{L}\p{N}_/#-]*(?:\p{N}[\p{L}_/#-]*){4,}/gu;
const words = /[\p{L}\p{M}]+/gu;
/** Scripts that put no space between words: names are found inside them. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** Parts of names that are no names. */
const particles = new Set(
  'al and da das de del della den der di do dos du el la las le los of the und van von y zu zum'.split(' '),
);

const fold = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('en');

/**
 * The text without mail addresses, links, handles, phone and order numbers, and without any part of these names, in
 * whatever case and accents they were written. `names` as Zendesk has them: `Ines Prado`.
 */
export function maskCustomer(text: string, names: readonly string[]): string {
  const parts = names.flatMap((name) => name.normalize('NFC').match(words) ?? []).filter(isTelling);
  const inside = parts.filter((part) => unspaced.test(part));
  const known = new Set(parts.map(fold));
  const isName = (word: string) => known.has(word) || (word.endsWith('s') && known.has(word.slice(0, -1)));
  const cut = [links, mails, handles, longNumbers, codes].reduce(
    (rest, pattern) => rest.replace(pattern, maskMark),
    text.normalize('NFC'),
  );
  const unnamed = cut.replace(words, (word) => (isName(fold(word)) ? maskMark : word));
  return inside
    .reduce((rest, part) => rest.replaceAll(part, maskMark), unnamed)
    .replace(/(?:\[…\][\s.-]*)+(?=\[…\])/gu, '');
}

/** An initial tells nobody, and would take every such letter with it. */
const isTelling = (part: string) => (part.length > 1 || unspaced.test(part)) && !particles.has(fold(part));
