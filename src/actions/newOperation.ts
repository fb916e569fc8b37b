/** A new operation id: it recognises one's own retry. */
export const newOperation = () => crypto.randomUUID();
