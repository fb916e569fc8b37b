/** Wires the keeping of rollups to this tab; its code comes once the tab has been open for a while. */
import type { Outside } from '../zendesk/outside.ts';
import type { KeepRollupsOptions } from './keepRollups.ts';

/** Milliseconds: a new tab has more urgent things to do; and after code that could not be had. */
const beforeLoad = 30_000;
const again = 300_000;

/** Never throws. Returns the way to stop. */
export function startRollups(app: Outside, options: KeepRollupsOptions): () => void {
  let isStopped = false;
  let stop = () => {};
  const begin = async () => {
    for (let pause = beforeLoad; !isStopped; pause = again) {
      await options.wait(pause);
      if (isStopped) return;
      const loaded = await import('./keepRollups.ts').catch(() => null);
      if (loaded && !isStopped) stop = loaded.keepRollups(app, options);
      if (loaded) return;
    }
  };
  void begin();
  return () => {
    isStopped = true;
    stop();
  };
}
