/** Reads the open cases to their end, and of them what a query needs to be answered. */
import type { App } from '../../app.ts';
import { needsDetails, type Query } from '../../care/query.ts';
import { columns } from '../columns/index.ts';
import type { CaseStore } from '../triage/caseStore.ts';
import { listOf, viewOf } from '../triage/views.ts';

/** So many pages at once; from then on one a second, so that others of this person's calls find room. */
const burst = 30;
const apartMs = 1_000;

/** Rows whose ticket and names one reading has. */
const block = 100;

/** Ends at the first failure, which the store holds. `onDetails` hears how many rows have what the query needs. */
export async function readOn(
  app: App,
  store: CaseStore,
  query: Query,
  onDetails: (progress: { done: number; of: number } | null) => void,
  signal: AbortSignal,
): Promise<void> {
  const isOpen = listOf(viewOf(query.view)) === 'open';
  const go = () => !signal.aborted && store.state('open').failure === null;
  for (let read = 0; isOpen && go() && store.state('open').next !== null; read += 1) {
    if (read >= burst) await pause(apartMs);
    if (go()) await store.readMore('open');
    // Somebody else's reading of the same page goes on: look again when it may be over.
    if (store.state('open').isReadingMore) await pause(50);
  }
  if (!needsAll(app, query)) return;
  for (let read = 0; go(); read += 1) {
    const bare = bareKeys(store);
    onDetails(bare.length > 0 ? { done: store.rows.size - bare.length, of: store.rows.size } : null);
    if (bare.length === 0) return;
    if (read >= burst / 2) await pause(2 * apartMs);
    if (await store.detail(bare.slice(0, block), 'background')) return;
  }
}

/** Can the query not be answered from the list's own records? */
export function needsAll({ configuration }: App, query: Query): boolean {
  const column = columns.find(({ id }) => id === query.sort.by);
  return needsDetails(query) || (column?.needsDetails?.(configuration) ?? false);
}

function bareKeys(store: CaseStore): string[] {
  const keys = [];
  for (const [key, { isBare }] of store.rows) if (isBare) keys.push(key);
  return keys;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
