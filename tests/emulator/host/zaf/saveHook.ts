/** `ticket.save`: asks every subscribed sidebar of the ticket, blocks on the first refusal or on silence. */
import type { Bridge } from './bridge.ts';
import type { AppInstance } from './types.ts';

/** Resolves to `null` to allow, else to a sentence for the agent. `patience` in milliseconds. */
export function askToSave(bridge: Bridge, sidebars: AppInstance[], patience: number): Promise<string | null> {
  const asked = sidebars.filter(({ guid }) => bridge.isSubscribed(guid, 'ticket.save'));
  if (asked.length === 0) return Promise.resolve(null);
  const waiting = new Set(asked);
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(tooLate([...waiting], patience)), patience);
    const finish = (refusal: string | null) => {
      clearTimeout(timer);
      resolve(refusal);
    };
    for (const instance of asked) {
      void bridge.askHook(instance.guid, 'ticket.save').then((reply) => {
        waiting.delete(instance);
        if (reply !== null) finish(reply || `${instance.app.name} did not let this ticket be saved.`);
        else if (waiting.size === 0) finish(null);
      });
    }
  });
}

function tooLate(instances: AppInstance[], patience: number): string {
  const names = [...new Set(instances.map(({ app }) => app.name))].join(', ');
  const seconds = Math.round(patience / 100) / 10;
  return `${names} did not answer within ${seconds} s, so the ticket was not saved. Nothing you typed is lost.`;
}
