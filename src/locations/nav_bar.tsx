import { createRoot } from 'react-dom/client';
import { createApp } from '../app.ts';
import { beginWith } from '../i18n.ts';
import { Frame } from '../ui/Frame.tsx';
import { Triage } from '../ui/triage/Triage.tsx';
import type { Connection } from '../zendesk/zaf.ts';

beginWith(import.meta.glob('../../translations/en.json', { query: '?first=nav_bar', eager: true }));

export async function start(connection: Connection): Promise<void> {
  const { context } = connection;
  const app = await createApp(connection);
  createRoot(document.getElementById('root') ?? document.body).render(
    <Frame app={app}>
      <Triage route={context.route} />
    </Frame>,
  );
}
