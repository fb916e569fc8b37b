import { createRoot } from 'react-dom/client';
import { createApp } from '../app.ts';
import { Frame } from '../ui/Frame.tsx';
import { Sidebar } from '../ui/sidebar/Sidebar.tsx';
import type { Connection } from '../zendesk/zaf.ts';

export async function start(connection: Connection): Promise<void> {
  const { context } = connection;
  const app = await createApp(connection);
  createRoot(document.getElementById('root') ?? document.body).render(
    <Frame app={app}>
      <Sidebar ticketId={String(context.ticketId)} />
    </Frame>,
  );
}
