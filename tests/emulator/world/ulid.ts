const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function encode(value: number, length: number): string {
  let rest = value;
  let text = '';
  for (let i = 0; i < length; i += 1) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** A ULID that sorts by time and then by number, so that two runs make the same ids. `at` in epoch milliseconds. */
export function ulid(at: number, sequence: number): string {
  return encode(at, 10) + encode(sequence, 16);
}

/** The number a ULID of `ulid` was made with; NaN for what is none. */
export function ulidSequence(id: string): number {
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id)) return Number.NaN;
  let value = 0;
  for (const character of id.slice(10)) value = value * 32 + alphabet.indexOf(character);
  return value;
}
