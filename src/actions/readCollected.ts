/** What is in a collection: first which feedbacks, then their rows, a block at a time. */
import type { App } from '../app.ts';
import { collectedKey, feedbackOfCollected } from '../care/collection.ts';
import { searchAllDocs } from '../zendesk/docs.ts';
import { readListed } from '../zendesk/listedFeedbacks.ts';
import type { CaseRow } from './listCases.ts';
import { withOwn } from './ownDocs.ts';
import { isIn } from './readCollections.ts';
import { readDetails } from './readDetails.ts';

export interface CollectedKeys {
  /** Last added first. */
  keys: string[];
  /** There are more than one reading holds. */
  isCut: boolean;
}

/** One call a hundred ever added, five at most. Throws `Failure`. */
export async function readCollectedKeys(app: App, collectionId: string): Promise<CollectedKeys> {
  const { docs, isCut } = await searchAllDocs(app.zendesk.http, 'collected', { group: collectionId });
  const all = await withOwn(app, 'collected', docs, collectedKey(collectionId, ''));
  const inside = all.filter(isIn).sort((a, b) => b.updatedAt - a.updatedAt || a.key.localeCompare(b.key));
  return { keys: inside.map(({ key }) => feedbackOfCollected(key)), isCut };
}

export interface CollectedRows {
  rows: CaseRow[];
  names: Record<string, string>;
  /** Of those asked for, how many are not there any more or cannot be read. */
  missing: number;
}

/** Rows of up to a hundred feedbacks, in the order asked for. Three calls. Throws `Failure`. */
export async function readRows(app: App, keys: readonly string[]): Promise<CollectedRows> {
  if (keys.length === 0) return { rows: [], names: {}, missing: 0 };
  const listed = await readListed(app.zendesk.http, keys);
  const { rows, names } = await readDetails(app, listed);
  const place = new Map(keys.map((key, index) => [key, index]));
  const placeOf = ({ feedback }: CaseRow) => place.get(feedback.key) ?? 0;
  return { rows: rows.sort((a, b) => placeOf(a) - placeOf(b)), names, missing: keys.length - rows.length };
}
