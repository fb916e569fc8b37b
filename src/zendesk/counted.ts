import type { Http } from './http.ts';

/** The same way to Zendesk, counting the reads asked of it; tries that repeat one are not counted again. */
export function countedReads(http: Http): { http: Http; calls: () => number } {
  let calls = 0;
  const get: Http['get'] = (...asked) => {
    calls += 1;
    return http.get(...asked);
  };
  return { http: { ...http, get }, calls: () => calls };
}
