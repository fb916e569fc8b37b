/** Texts of people in Markdown: as they typed them, and nothing in them is markup. CommonMark 0.31 §2.4, GFM. */

/** On one line, every character that could begin markup behind a backslash; also what begins a list or a heading. */
export const inMarkdown = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~&$^{}]/gu, '\\$&')
    .replace(/^([\u2068\u2069]*)([#+=-])/u, '$1\\$2')
    .replace(/^([\u2068\u2069]*\d+)([.)])/u, '$1\\$2');

/** `null` where the address is none a browser may open. */
export function linkInMarkdown(text: string, url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  const address = href.replace(/[()<>\\\s]/gu, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return protocol === 'https:' ? `[${inMarkdown(text)}](${address})` : null;
}
