/** What the customers of a period's bad scores are worth: their tickets, then their organizations or themselves. */
import type { App } from '../app.ts';
import type { CustomerValue } from '../care/configuration.ts';
import { type Asker, type BadRow, type ValueReport, valueReportOf } from '../care/value.ts';
import { readValues } from '../zendesk/customerValues.ts';
import { readTickets } from '../zendesk/tickets.ts';
import { callsAMinute, paced } from './paced.ts';

/** Ids one call takes. */
const most = 100;

/** At most: as if every ticket were another customer's. No call. */
export function estimateValue(rows: readonly BadRow[]): { calls: number; minutes: number } {
  const calls = 2 * Math.ceil(new Set(rows.map(({ ticketId }) => ticketId)).size / most);
  return { calls, minutes: Math.ceil(calls / callsAMinute) };
}

export interface ValueControl {
  /** Asked before each call. */
  isStopped: () => boolean;
  /** Hears how many calls are done. */
  onProgress: (calls: number) => void;
  /** Milliseconds of any clock that runs. */
  clock: () => number;
}

export interface ReadValue extends ValueReport {
  /** Customers whose field holds no number. */
  noNumbers: number;
  /** No customer has such a field: it was removed, or has another key. */
  isFieldGone: boolean;
}

/** In the background, no faster than a call a second; `null` where it was stopped. Throws `Failure`. */
export async function readValue(
  app: App,
  setting: CustomerValue,
  rows: readonly BadRow[],
  control: ValueControl,
): Promise<ReadValue | null> {
  const { http } = paced(app, control.clock).zendesk;
  let calls = 0;
  const inHundreds = async (ids: readonly string[], read: (some: readonly string[]) => Promise<void>) => {
    const unique = [...new Set(ids)];
    for (let from = 0; from < unique.length && !control.isStopped(); from += most) {
      await read(unique.slice(from, from + most));
      calls += 1;
      control.onProgress(calls);
    }
  };
  const askers: Asker[] = [];
  const ticketIds = rows.map(({ ticketId }) => ticketId);
  await inHundreds(ticketIds, async (some) => {
    const tickets = await readTickets(http, some, 'background');
    askers.push(
      ...tickets.map(({ id: ticketId, requester_id: requesterId, organization_id: organizationId }) => ({
        ticketId,
        requesterId,
        organizationId,
      })),
    );
  });
  const values = new Map<string, number | null>();
  let [noNumbers, lacking] = [0, 0];
  const idOf = (asker: Asker) => (setting.of === 'user' ? asker.requesterId : asker.organizationId);
  const customerIds = askers.flatMap((asker) => idOf(asker) ?? []);
  await inHundreds(customerIds, async (some) => {
    const found = await readValues(http, setting, some);
    for (const [id, value] of found.values) values.set(id, value);
    noNumbers += found.noNumbers;
    lacking += found.lacking;
  });
  if (control.isStopped()) return null;
  const report = valueReportOf(rows, askers, values, setting.of);
  return { ...report, noNumbers, isFieldGone: values.size > 0 && lacking === values.size };
}
