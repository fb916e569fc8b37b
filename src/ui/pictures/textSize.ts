/** How wide a text will be, as far as that can be told without drawing it: on the safe side. */

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{1faff}]/u;
const narrow = /[iljtfr.,:;'|!()[\] ]/;
const invisible = /[\p{Mn}\p{Cf}]/u;

/** One letter in parts of the font's size. */
function widthOf(letter: string): number {
  if (invisible.test(letter)) return 0;
  if (wide.test(letter)) return 1.05;
  if (narrow.test(letter)) return 0.36;
  return /[\p{Lu}mw%@]/u.test(letter) ? 0.74 : 0.58;
}

/** Pixels. */
export const textWidth = (text: string, size: number) =>
  [...text].reduce((sum, letter) => sum + widthOf(letter), 0) * size;

/** The text, or as much of its beginning as fits into `width` pixels with a sign that there is more. */
export function cutText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const room = width - textWidth('…', size);
  let used = 0;
  let kept = '';
  for (const letter of text) {
    used += textWidth(letter, size);
    if (used > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
