/** What every call is tried with: all ways Zendesk or the network can fail. */
import { type Fault, faultKinds } from './emulator/control.ts';

/** The ways a call fails; 429 with and without `Retry-After`. */
export type Way = Pick<Fault, 'kind' | 'retryAfter'>;
export const ways = faultKinds.flatMap((kind): Way[] =>
  kind === '429'
    ? [
        { kind, retryAfter: 1 },
        { kind, retryAfter: null },
      ]
    : [{ kind }],
);

/** Where a request goes, ids replaced by `*`: what a fault can be put on. */
export function endpointOf(method: string, url: string): string {
  const path = (url.split('?')[0] ?? '').replace(/\/(\d+|[0-9A-HJKMNP-TV-Z]{26})(?=[/.]|$)/g, '/*');
  return `${method} ${path}`;
}
