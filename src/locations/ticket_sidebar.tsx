import { createRoot } from 'react-dom/client';
import { createApp } from '../app.ts';
import { beginWith } from '../i18n.ts';
import { Frame } from '../ui/Frame.tsx';
import { beginReading } from '../ui/sidebar/firstReading.ts';
import { Sidebar } from '../ui/sidebar/Sidebar.tsx';
import { connectHub } from '../zendesk/hub.ts';
import type { Connection } from '../zendesk/zaf.ts';

beginWith(import.meta.glob('../../translations/en.json', { query: '?first=ticket_sidebar', eager: true }));

export async function start(connection: Connection): Promise<void> {
  const { client, context } = connection;
  const ticketId = String(context.ticketId);
  const hub = connectHub(client, context.instanceGuid);
  // Asked while the app is still being made: a ticket opened before is painted from it.
  const recalled = hub.recall(`ticket:${ticketId}`);
  const app = await createApp(connection, hub);
  const first = await beginReading(app, ticketId, recalled);
  createRoot(document.getElementById('root') ?? document.body).render(
    <Frame app={app}>
      <Sidebar ticketId={ticketId} first={first} />
    </Frame>,
  );
}
