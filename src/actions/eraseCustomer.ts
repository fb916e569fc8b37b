/** Erases what the app keeps of one customer: typed texts go, and the records no longer say whose they were. */
import type { App } from '../app.ts';
import { readCustomerKeys } from '../zendesk/customerRecords.ts';
import { blankTexts } from '../zendesk/erasure.ts';

/** Feedbacks one round takes. */
const block = 50;

export interface Erased {
  /** Feedbacks of this customer. */
  feedbacks: number;
  /** Records of their ledgers that held a text. */
  texts: number;
}

/** How many feedbacks there are of this customer. Throws `Failure`. */
export async function countOfCustomer(app: App, customerId: string): Promise<number> {
  return (await readCustomerKeys(app.zendesk.http, customerId)).length;
}

/**
 * Codes, numbers and times stay, so that figures do. What fails half-way is finished by pressing again: a feedback
 * leaves the customer's list last. Throws `Failure`.
 */
export async function eraseCustomer(
  app: App,
  customerId: string,
  onProgress: (done: number, of: number) => void,
): Promise<Erased> {
  const { http } = app.zendesk;
  const keys = await readCustomerKeys(http, customerId);
  let texts = 0;
  for (let from = 0; from < keys.length; from += block) {
    onProgress(from, keys.length);
    texts += await blankTexts(http, keys.slice(from, from + block), { requester: null });
  }
  onProgress(keys.length, keys.length);
  return { feedbacks: keys.length, texts };
}
