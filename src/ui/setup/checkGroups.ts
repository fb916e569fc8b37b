/** The checklist as a page shows it: area by area, what is done folded, what is open told. */
import { type CheckArea, type CheckItem, type CheckState, checkAreas } from '../../care/setup/checklist.ts';

export interface CheckGroup {
  area: CheckArea;
  items: readonly CheckItem[];
  done: readonly CheckItem[];
  /** What the button does: created, renewed, taken away. */
  due: readonly CheckItem[];
  /** Up to a person, or out of reach. */
  rest: readonly CheckItem[];
}

const dueStates: readonly CheckState[] = ['missing', 'outdated', 'extra'];

export const isDue = ({ state }: CheckItem) => dueStates.includes(state);

/** Areas there is something to say about, in the order of the list. */
export const checkGroups = (items: readonly CheckItem[]): CheckGroup[] =>
  checkAreas.flatMap((area) => {
    const own = items.filter((item) => item.area === area);
    if (own.length === 0) return [];
    const done = own.filter(({ state }) => state === 'in_place');
    const rest = own.filter((item) => item.state !== 'in_place' && !isDue(item));
    return [{ area, items: own, done, due: own.filter(isDue), rest }];
  });

/** Some of what the app stands on is there and some is not: somebody's set-up stopped on the way. */
export function isHalfDone(items: readonly CheckItem[]): boolean {
  const storage = items.filter(({ area }) => area === 'storage');
  return storage.some(({ state }) => state === 'in_place') && storage.some(isDue);
}

/** There is nowhere to keep cases, and set-up cannot make it: the plan or the role says no. */
export const isBlocked = (items: readonly CheckItem[]): boolean =>
  items.some(({ area, state }) => area === 'storage' && state === 'impossible');

/** What a run of set-up did, by the lists from before and after it. */
export function doneBetween(before: readonly CheckItem[], after: readonly CheckItem[]): CheckItem[] {
  const now = new Map(after.map((item) => [item.id, item]));
  const wasOpen = (item: CheckItem) => isDue(item) || item.state === 'changed';
  return before.filter((item) => wasOpen(item) && (now.get(item.id)?.state ?? 'in_place') === 'in_place');
}
