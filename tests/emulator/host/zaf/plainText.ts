/** Apps may use a little HTML in notices; the workspace shows its text, and links (`noticeParts.ts`). */

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Tags go, line breaks and paragraph ends become new lines, entities become characters. */
export const plainText = (html: string): string => textIn(html).trim();

/** The same with the space around it: of a piece of a text. */
export function textIn(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n')
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .replace(/&(#x[\da-f]+|#\d+|[a-z]+);/gi, (whole, code: string) => character(code) ?? whole);
}

function character(code: string): string | undefined {
  if (!code.startsWith('#')) return named[code.toLowerCase()];
  const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
