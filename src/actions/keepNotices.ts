/**
 * Tells the person in whose browser this is of alerts that are theirs: a short notice once, the page's icon and list
 * until they were seen to. Reads nothing of its own: the tab that looks after alerts passes on what it read.
 */
import * as v from 'valibot';
import type { Configuration } from '../care/configuration.ts';
import type { Feedback } from '../care/feedback.ts';
import {
  merged,
  type Notice,
  noticesFor,
  parseMemory,
  standing,
  takenBy,
  untold,
  withAcknowledged,
  withTold,
} from '../care/workflows/notices.ts';
import { onNotices, setBadge, showToast, tellFrames } from '../zendesk/notices.ts';
import type { AlertApp } from './alert.ts';
import { parseNotices, recallMemory, recallNotices, storeMemory, storeNotices } from './noticeStore.ts';
import { toastOf } from './noticeWords.ts';

export type NoticeChannel = Pick<BroadcastChannel, 'postMessage' | 'close'> & {
  onmessage: ((event: MessageEvent<unknown>) => unknown) | null;
};

export interface KeepNoticesOptions {
  isLeader: () => boolean;
  /** Nobody sees this tab: notices would pass unseen. */
  isHidden: () => boolean;
  /** To the same person's other tabs; `null` where there is none. */
  channel: NoticeChannel | null;
}

export interface KeptNotices {
  /** What was read of feedbacks just now, be it nothing. */
  see(feedbacks: readonly Feedback[], configuration: Configuration): void;
  stop(): void;
}

/** What tabs tell each other: all they know, or that they know nothing yet. */
const message = v.object({ notices: v.optional(v.unknown()), memory: v.optional(v.unknown()) });

/** Never throws. */
export const keepNotices = (app: AlertApp, options: KeepNoticesOptions): KeptNotices =>
  new Kept(app, options);

class Kept implements KeptNotices {
  readonly #app: AlertApp;
  readonly #options: KeepNoticesOptions;
  #configuration: Configuration;
  /** Those anybody was alerted of. */
  readonly #feedbacks = new Map<string, Feedback>();
  /** One after another: each reads what the one before kept. */
  #turn: Promise<void> = Promise.resolve();
  /** What the page was told last, and whether its icon says so. */
  #said = '[]';
  #isOn = false;
  readonly #stopListening: () => void;

  constructor(app: AlertApp, options: KeepNoticesOptions) {
    this.#app = app;
    this.#options = options;
    this.#configuration = app.configuration;
    // The page's words to it: somebody acknowledged or put off.
    this.#stopListening = onNotices(app.zendesk.client, () => this.#next(() => this.#heed()));
    const { channel } = options;
    if (!channel) return;
    channel.onmessage = ({ data }) => this.#next(() => this.#hear(data));
    channel.postMessage({});
  }

  see(feedbacks: readonly Feedback[], configuration: Configuration): void {
    this.#configuration = configuration;
    for (const feedback of feedbacks) {
      if (feedback.alerts.length > 0) this.#feedbacks.set(feedback.key, feedback);
      else this.#feedbacks.delete(feedback.key);
    }
    this.#next(() => this.#renew());
  }

  stop(): void {
    this.#stopListening();
    this.#options.channel?.close();
  }

  #next(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch(() => {});
  }

  /** Of the tab that reads. */
  async #renew(): Promise<void> {
    const { hub } = this.#app.zendesk;
    const { user, now } = this.#app;
    const feedbacks = [...this.#feedbacks.values()];
    const notices = noticesFor(feedbacks, user.id, this.#configuration, now());
    const memory = await recallMemory(hub);
    const taken = withAcknowledged(memory, takenBy(feedbacks, user.id));
    if (JSON.stringify(taken) !== JSON.stringify(memory)) storeMemory(hub, taken);
    const before = await recallNotices(hub);
    storeNotices(hub, notices);
    await this.#show();
    const hasTold = await this.#tell(notices);
    if (hasTold || JSON.stringify(before) !== JSON.stringify(notices)) await this.#share();
  }

  async #heed(): Promise<void> {
    await this.#show();
    await this.#share();
  }

  async #hear(data: unknown): Promise<void> {
    const said = v.safeParse(message, data);
    if (!said.success) return;
    const { hub } = this.#app.zendesk;
    const { notices, memory } = said.output;
    if (memory === undefined) return this.#share();
    // Who reads knows better than whoever heard of it.
    if (!this.#options.isLeader()) storeNotices(hub, parseNotices(notices));
    storeMemory(hub, merged(await recallMemory(hub), parseMemory(memory)));
    await this.#show();
  }

  async #share(): Promise<void> {
    const { hub } = this.#app.zendesk;
    const [notices, memory] = [await recallNotices(hub), await recallMemory(hub)];
    if (notices.length > 0 || memory.marks.length > 0)
      this.#options.channel?.postMessage({ notices, memory });
  }

  /** The badge, and word to the page where something changed. */
  async #show(): Promise<void> {
    const { client, hub } = this.#app.zendesk;
    const [notices, memory] = [await recallNotices(hub), await recallMemory(hub)];
    const shown = standing(notices, memory, this.#configuration, this.#app.now());
    const isOn = shown.length > 0;
    if (isOn || this.#isOn) await setBadge(client, isOn);
    this.#isOn = isOn;
    const said = JSON.stringify(shown);
    if (said !== this.#said) await tellFrames(client, 'nav_bar');
    this.#said = said;
  }

  /** Marked first: rather never than twice. */
  async #tell(notices: readonly Notice[]): Promise<boolean> {
    const { client, hub } = this.#app.zendesk;
    if (this.#options.isHidden()) return false;
    const memory = await recallMemory(hub);
    const fresh = untold(notices, memory, this.#configuration, this.#app.now());
    if (fresh.length === 0) return false;
    const toast = await toastOf(this.#app, fresh);
    storeMemory(hub, withTold(memory, fresh));
    await showToast(client, toast);
    await tellFrames(client, 'nav_bar');
    return true;
  }
}
