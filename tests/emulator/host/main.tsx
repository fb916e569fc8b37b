/** Starts the workspace page: the desk over the API, the ZAF half over the desk, the screens over both. */
import { createRoot } from 'react-dom/client';
import { createDesk } from './deskStore.ts';
import { App } from './ui/App.tsx';
import { StartFailed } from './ui/StartFailed.tsx';
import { createZaf } from './zaf/createZaf.ts';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
const root = createRoot(element);

function showFailure(error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  root.render(<StartFailed reason={reason} onRetry={start} />);
}

function start() {
  createDesk()
    .then((desk) => root.render(<App desk={desk} zaf={createZaf(desk)} />))
    .catch(showFailure);
}

start();
