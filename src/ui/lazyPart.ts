/** Parts of a screen whose code comes when it is asked for, or once the first screen has been quiet for a while. */
import { type ComponentType, lazy } from 'react';
import { asFailure, Failure } from '../care/failure.ts';

/** A component that comes later. Code that did not arrive is a `Failure`: only a reload asks for it again. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const component = await load().catch((cause: unknown) => {
      throw new Failure('unavailable', { message: asFailure(cause).message });
    });
    return { default: component };
  });
}

/** Milliseconds the first screen has the network to itself. */
const quiet = 2_000;

/** Ahead of the first press: a network that is gone by then takes nothing away. Returns the way to stop. */
export function preload(...parts: (() => Promise<unknown>)[]): () => void {
  const timer = setTimeout(() => {
    for (const load of parts) load().catch(() => undefined);
  }, quiet);
  return () => clearTimeout(timer);
}
