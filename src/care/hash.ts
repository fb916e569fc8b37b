/** FNV-1a, 32 bit, twice over the text from both ends: 16 hexadecimal digits. */
export function hash(text: string): string {
  const once = (characters: Iterable<string>) => {
    let sum = 0x811c9dc5;
    for (const character of characters)
      sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    return sum.toString(16).padStart(8, '0');
  };
  return once(text) + once([...text].reverse());
}
