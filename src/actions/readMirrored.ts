/** What the ticket's own form says in the mirror's fields; no call. */
import type { App } from '../app.ts';
import { type MirroredTicket, mirrorFields } from '../care/mirror.ts';
import { getProperty } from '../zendesk/zaf.ts';

/** Of the ticket whose sidebar this is. Fields its form does not show are left out. Throws `Failure`. */
export async function readMirrored(app: App): Promise<MirroredTicket> {
  const { client } = app.zendesk;
  const { mirror } = app.configuration;
  const ids = mirrorFields.flatMap((name) => mirror[name] ?? []);
  const read = async (id: string) => {
    const value = await getProperty(client, `ticket.customField:custom_field_${id}`).catch(() => undefined);
    return value === undefined ? [] : [{ id, value }];
  };
  const [status, ...fields] = await Promise.all([getProperty(client, 'ticket.status'), ...ids.map(read)]);
  return { status: String(status), custom_fields: fields.flat() };
}
