/** Every exchange of a test run, so that each answer of the whole suite can be held against the contract. */
import type { Exchange } from '../control.ts';

const recorded: Exchange[] = [];
let isKeeping = false;

/** From now on exchanges are kept until they are taken; a server that nobody tests keeps none. */
export function keepExchanges(): void {
  isKeeping = true;
}

export function noteExchange(exchange: Exchange): void {
  if (isKeeping) recorded.push(exchange);
}

/** What was kept since the last time, oldest first. */
export const takeExchanges = (): Exchange[] => recorded.splice(0);
