/** What set-up found in the account, as a list an admin can read: what is in place, what will be made, what cannot be. */

/**
 * `missing`: will be created. `outdated`: ours, made from older settings; will be renewed. `changed`: somebody else
 * changed or removed it; repaired or left alone on request. `left`: left alone, as an admin asked. `extra`: ours, no
 * longer wanted; will be taken away. `impossible`: this account or role cannot; `why` says it. `open`: up to a person.
 */
export const checkStates = [
  'in_place',
  'missing',
  'outdated',
  'changed',
  'left',
  'extra',
  'impossible',
  'open',
] as const;
export type CheckState = (typeof checkStates)[number];

export const checkAreas = [
  'storage',
  'ticket_fields',
  'scores',
  'survey',
  'workflows',
  'views',
  'roles',
  'clock',
  'sync',
] as const;
export type CheckArea = (typeof checkAreas)[number];

export interface CheckItem {
  /** Stable: the key of an object, field or rule plan, or a word of this list. */
  id: string;
  area: CheckArea;
  state: CheckState;
  /** As the account shows it, where it has a name there: a title, never translated. */
  name: string | null;
  /** Code of the sentence that says why or what next, `null` where the state says enough: `check.why.<why>`. */
  why: string | null;
  /** What the sentence fills in. */
  values: Readonly<Record<string, string | number>>;
}

export interface Checklist {
  items: CheckItem[];
  /** When it was made, epoch milliseconds. */
  at: number;
  /** Calls it took. */
  calls: number;
  /** The account has more rules than were read. */
  isCut: boolean;
}

/** Items by which one ticket field, object or role is named in the list; rules and views have their plan's key. */
export const itemIds = {
  ticketField: (key: string) => `ticket_field:${key}`,
  objectField: (object: string, field: string) => `${object}/${field}`,
  role: (id: string) => `role:${id}`,
};

/** An item; it has no name in the account and needs no words where `more` does not say so. */
export const itemOf = (
  id: string,
  area: CheckArea,
  state: CheckState,
  more: Partial<Pick<CheckItem, 'name' | 'why' | 'values'>> = {},
): CheckItem => ({ id, area, state, name: null, why: null, values: {}, ...more });
