/** Parts of a screen whose code comes when it is asked for, or once the first screen has been quiet for a while. */
import { type ComponentType, lazy } from 'react';
import { asFailure, Failure } from '../care/failure.ts';
import { loadMoreWords } from '../i18n.ts';

/** A component that comes later, with its words. Code that did not arrive is a `Failure`: only a reload asks for it again. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [component] = await later(() => Promise.all([load(), loadMoreWords()]));
    return { default: component };
  });
}

/** Code of a verb that comes when it is needed. */
export const later = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch((cause: unknown) => {
    throw new Failure(navigator.onLine ? 'unavailable' : 'offline', { message: asFailure(cause).message });
  });

/** Milliseconds the first screen has the network to itself. */
export const quiet = 2_000;

/** Ahead of the first press: a network that is gone by then takes nothing away. Returns the way to stop. */
export function preload(...parts: (() => Promise<unknown>)[]): () => void {
  const timer = setTimeout(() => {
    for (const load of [loadMoreWords, ...parts]) load().catch(() => undefined);
  }, quiet);
  return () => clearTimeout(timer);
}
