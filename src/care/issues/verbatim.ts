/** A customer's words for a paper that leaves the team. */
import { maskCustomer, maskMark } from '../masking.ts';

/** Characters of one at most. */
export const longestVerbatim = 300;
/** Verbatims of one issue at most. */
export const mostVerbatims = 3;

/** Invisible characters hide names from a search for them, and turn text around. */
const invisible = /[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;
const upper = "\\p{Lu}[\\p{L}\\p{M}’'-]+";
/** A name nobody knows of, by what stands before it. */
const announced = new RegExp(
  `((?:\\b(?:[Mm]y name is|[Mm]y name’?s|[Ii]ch heiße|[Mm]ein Name ist|[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Dd]r|[Pp]rof|Herrn?|Frau|[Mm]me)\\b\\.?\\s+)+)${upper}(?:\\s+${upper})*`,
  'gu',
);
/** What is signed with: the rest of the text, as far as it is no more than a few words. */
const signed =
  /((?:^|[\n.!?,])\s*(?:(?:best|kind|warm|many)\s+)*(?:regards|thanks|thank you|cheers|sincerely|yours|(?:(?:viele|liebe|beste|schöne|mit freundlichen|freundliche)\s+)*(?:grüße[n]?|gruß|danke|lg|mfg|vg))\s*[,.!\n-]+\s*)(\S+(?:[^\S\n]+\S+){0,3})\s*$/iu;

/** What is left of `O’Neill`. */
const elided = /(?:\[…\]\s*)?(?<!\p{L})\p{L}['’](?=\[…\])/gu;
/** As they told: `Dear Mia`, `Hallo Mia`. */
const greeted = new RegExp(`^(\\s*(?:dear|hi|hello|hey|hallo|liebe[rs]?|guten tag)\\s+)${upper}`, 'iu');

/**
 * On one line, without names, mail addresses, links, phone and order numbers: those of `names`, and those that announce
 * themselves (`my name is`, `Mr`, a signature). Nothing in it is markup to anybody, and nothing invisible. `null` where
 * no words are left. A name nobody knows and nothing announces stays: whoever sends a pack reads it first.
 */
export function verbatimOf(comment: string, names: readonly string[]): string | null {
  const plain = comment
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[^\P{Cc}\n]/gu, ' ');
  const unsigned = [announced, signed, greeted].reduce(
    (text, pattern) => text.replace(pattern, `$1${maskMark}`),
    plain,
  );
  const text = maskCustomer(
    unsigned,
    names.map((name) => name.normalize('NFKC')),
  )
    .replace(elided, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!/\p{L}{2}/u.test(text.replaceAll(maskMark, ''))) return null;
  return shortened(text);
}

function shortened(text: string): string {
  if (text.length <= longestVerbatim) return text;
  const cut = text.slice(0, longestVerbatim - 1);
  const end = cut.lastIndexOf(' ');
  const kept = end > longestVerbatim / 2 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept}…`;
}
