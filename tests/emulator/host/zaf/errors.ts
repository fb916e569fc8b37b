/** Errors an app can tell apart. The SDK swallows errors without a name, so each has one. */

export interface WireError {
  name: string;
  message: string;
  path?: string;
}

export class ZafError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export const unknownPath = () => new ZafError('APIUnknownPathError', 'No such Api');
export const badArgument = (message: string) => new ZafError('InvalidArgumentError', message);
export const notEmulated = (what: string) =>
  new ZafError('NotEmulatedError', `${what} is not part of this emulator.`);

export function toWire(error: unknown, path?: string): WireError {
  const { name, message } = error instanceof Error ? error : new ZafError('Error', String(error));
  return path === undefined ? { name, message } : { name, message, path };
}
