/**
 * Instance guids in the form of a UUID, the same in every run: a hash of where the instance lives, then its number.
 * The tab number keeps two browser tabs apart, as Zendesk's random guids do.
 */
export function createGuids(browserTab: number): (appId: number, location: string) => string {
  let count = 0;
  return (appId, location) => {
    count += 1;
    const seed = `${browserTab}:${appId}:${location}`;
    const hash = [0, 1, 2, 3].map((salt) => fnv(`${salt}:${seed}`)).join('');
    const tail = count.toString(16).padStart(6, '0');
    const parts = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(12, 15)}`, `8${hash.slice(15, 18)}`];
    return [...parts, hash.slice(18, 24) + tail].join('-');
  };
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function fnv(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
