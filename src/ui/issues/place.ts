/** Where on the issues page somebody is. */
export type Place =
  /** `from`: the issue they come back from, whose row has the focus then. */
  { kind: 'list'; from: string | null } | { kind: 'issue'; id: string } | { kind: 'pack' };

export const start: Place = { kind: 'list', from: null };
