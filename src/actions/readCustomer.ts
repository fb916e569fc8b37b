/** What else this customer said, from the lists: read when a case is opened. */
import type { App } from '../app.ts';
import { type Feedback, isCounted, ratedAt } from '../care/feedback.ts';
import { isBad, type Repeat, repeatOf } from '../care/repeat.ts';
import { readCustomerRecords } from '../zendesk/customerRecords.ts';

export interface CustomerHistory {
  /** Other feedbacks of the same customer, the newest first. */
  others: Feedback[];
  /** How many of them were bad, and when the newest bad one was given; epoch milliseconds. */
  bad: number;
  badAt: number | null;
  /** Let down more than once, not long ago; `null` where not. */
  repeat: Repeat | null;
  isMore: boolean;
}

/** One call. Throws `Failure`. */
export async function readCustomer(
  app: App,
  current: Feedback,
  requesterId: string,
): Promise<CustomerHistory> {
  const { feedbacks, isMore } = await readCustomerRecords(app.zendesk.http, requesterId);
  const others = feedbacks
    .filter((one) => one.key !== current.key && one.linkedTo === null)
    .filter((one) => one.revisions.length > 0 || one.case !== null)
    .sort((a, b) => sinceOf(b) - sinceOf(a));
  const bad = others.filter((one) => isCounted(one) && isBad(one));
  const [newest] = bad;
  return {
    others,
    bad: bad.length,
    badAt: newest ? sinceOf(newest) : null,
    repeat: repeatOf(current, others, app.configuration.repeatDays),
    isMore,
  };
}

/** When it was given; where nothing was, when its case was opened. */
const sinceOf = (feedback: Feedback) => ratedAt(feedback) ?? feedback.case?.openedAt ?? 0;
