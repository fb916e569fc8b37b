/** Once a day, in the tab that leads an admin's browser: texts that have been kept long enough go. */
import type { Outside } from '../zendesk/outside.ts';
import { forgetTexts } from './forgetTexts.ts';
import { readStoredConfiguration } from './readStoredConfiguration.ts';

/** Milliseconds: a new tab has more urgent things to do. */
const firstLook = 600_000;
const day = 86_400_000;

export interface KeepTextsOptions {
  isLeader: () => boolean;
  wait: (ms: number) => Promise<void>;
}

/** Never throws; what could not be done is done the next day. Returns the way to stop. */
export function keepTexts(app: Outside, { isLeader, wait }: KeepTextsOptions): () => void {
  let isStopped = false;
  const run = async () => {
    for (let pause = firstLook; ; pause = day) {
      await wait(pause);
      if (isStopped) return;
      if (isLeader()) await forgetNow(app).catch(() => {});
    }
  };
  void run();
  return () => {
    isStopped = true;
  };
}

/** What is gone stays gone: the months count that are stored now, not those this tab was opened with. */
async function forgetNow(app: Outside): Promise<void> {
  await forgetTexts({ ...app, configuration: await readStoredConfiguration(app) });
}
