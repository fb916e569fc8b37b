/** The account's business hours, as an admin may choose from them. */
import type { App } from '../app.ts';
import { asFailure } from '../care/failure.ts';
import { type ListedSchedule, readScheduleList } from '../zendesk/schedules.ts';

export type { ListedSchedule };

/** `null` where this account, by plan or by right, has none to show. Throws every other `Failure`. */
export async function readSchedules(app: App): Promise<ListedSchedule[] | null> {
  return readScheduleList(app.zendesk.http, app.now()).catch((cause: unknown) => {
    const failure = asFailure(cause);
    if (failure.kind === 'forbidden' || failure.kind === 'notFound') return null;
    throw failure;
  });
}
