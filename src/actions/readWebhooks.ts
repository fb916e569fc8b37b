/** The webhooks an alert can go to, as an admin may choose from them. */
import type { App } from '../app.ts';
import { asFailure } from '../care/failure.ts';
import { readWebhookList, type Webhook } from '../zendesk/webhooks.ts';

export type { Webhook };

/** `null` where this account, by plan or by right, has none to show. Throws every other `Failure`. */
export async function readWebhooks(app: App): Promise<Webhook[] | null> {
  return readWebhookList(app.zendesk.http).catch((cause: unknown) => {
    const failure = asFailure(cause);
    if (failure.kind === 'forbidden' || failure.kind === 'notFound') return null;
    throw failure;
  });
}
