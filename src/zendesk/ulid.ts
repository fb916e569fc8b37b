/** Zendesk's newer ids say when they were made: https://github.com/ulid/spec */
export const ulidDigits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Epoch milliseconds, `null` for what is no ULID. */
export function timeOfUlid(id: string): number | null {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i.test(id)) return null;
  return [...id.slice(0, 10).toUpperCase()].reduce((time, digit) => time * 32 + ulidDigits.indexOf(digit), 0);
}
