/** A new id of something shared; short enough for a link. */
export const newItemId = () => crypto.randomUUID().replaceAll('-', '').slice(0, 20);
