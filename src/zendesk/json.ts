/** JSON kept in a text field: `undefined` when it is not JSON. */
export function jsonIn(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
