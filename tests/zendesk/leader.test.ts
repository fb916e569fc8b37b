import { describe, expect, it } from 'vitest';
import { createLeader, type Leader } from '../../src/zendesk/leader.ts';

type Handler = ((event: MessageEvent<unknown>) => unknown) | null;

/** Tabs of one browser on one channel, whose time passes only when told. */
function createBrowser() {
  const time = { now: 0 };
  const channels = new Set<{ onmessage: Handler }>();
  const timers = new Set<{ ms: number; next: number; work: () => void }>();
  const open = () => {
    const channel = {
      onmessage: null as Handler,
      postMessage(data: unknown) {
        for (const other of [...channels])
          if (other !== channel) other.onmessage?.({ data } as MessageEvent<unknown>);
      },
      close: () => {
        channels.delete(channel);
      },
    };
    channels.add(channel);
    return channel;
  };
  return {
    channels,
    pass(ms: number) {
      for (const end = time.now + ms; time.now < end; time.now += 500)
        for (const timer of [...timers])
          if (timer.next <= time.now) {
            timer.next = time.now + timer.ms;
            timer.work();
          }
    },
    openTab(id: string, hasChannel = true) {
      const tab = { isHidden: false, isFrozen: false, pokes: 0, leader: undefined as unknown as Leader };
      tab.leader = createLeader({
        id,
        now: () => time.now,
        isHidden: () => tab.isHidden,
        every(ms, work) {
          const timer = { ms, next: time.now + ms, work: () => (tab.isFrozen ? undefined : work()) };
          timers.add(timer);
          return () => timers.delete(timer);
        },
        channel: hasChannel ? open() : null,
        onPoke: () => {
          tab.pokes += 1;
        },
      });
      return tab;
    },
  };
}

const leadersOf = (tabs: { leader: Leader }[]) => tabs.map(({ leader }) => leader.isLeader());

describe('among the tabs of a browser', () => {
  it('the lowest id leads, whoever came first', () => {
    const browser = createBrowser();
    const tabs = [browser.openTab('b')];
    browser.pass(3_000);
    expect(leadersOf(tabs)).toEqual([true]);
    tabs.push(browser.openTab('c'), browser.openTab('a'));
    browser.pass(3_000);
    expect(leadersOf(tabs)).toEqual([false, false, true]);
  });

  it('none leads before it has listened', () => {
    const tab = createBrowser().openTab('a');
    expect(tab.leader.isLeader()).toBe(false);
  });

  it('the next one leads at once when the leader says goodbye', () => {
    const browser = createBrowser();
    const tabs = [browser.openTab('a'), browser.openTab('b')];
    browser.pass(3_000);
    tabs[0]?.leader.stop();
    expect(leadersOf(tabs)).toEqual([false, true]);
  });

  it('the next one leads soon when the leader dies without a word', () => {
    const browser = createBrowser();
    const tabs = [browser.openTab('a'), browser.openTab('b')];
    browser.pass(3_000);
    if (tabs[0]) tabs[0].isFrozen = true;
    browser.pass(5_000);
    expect(tabs[1]?.leader.isLeader()).toBe(false);
    browser.pass(5_000);
    expect(tabs[1]?.leader.isLeader()).toBe(true);
  });

  it('a visible tab leads before a hidden one, which browsers slow down', () => {
    const browser = createBrowser();
    const tabs = [browser.openTab('a'), browser.openTab('b')];
    if (tabs[0]) tabs[0].isHidden = true;
    browser.pass(5_000);
    expect(leadersOf(tabs)).toEqual([false, true]);
    if (tabs[1]) tabs[1].isHidden = true;
    browser.pass(5_000);
    expect(leadersOf(tabs)).toEqual([true, false]);
  });

  it('a hidden one is not given up because its timers run once a minute', () => {
    const browser = createBrowser();
    const [one, two] = [browser.openTab('a'), browser.openTab('b')];
    one.isHidden = true;
    two.isHidden = true;
    browser.pass(3_000);
    one.isFrozen = true;
    browser.pass(60_000);
    expect(two.leader.isLeader()).toBe(false);
    browser.pass(120_000);
    expect(two.leader.isLeader()).toBe(true);
  });

  it('what one asks for reaches the one that leads, and no other', () => {
    const browser = createBrowser();
    const tabs = ['b', 'a', 'c'].map((id) => browser.openTab(id));
    browser.pass(3_000);
    tabs[0]?.leader.poke();
    tabs[1]?.leader.poke();
    expect(tabs.map(({ pokes }) => pokes)).toEqual([0, 2, 0]);
  });

  it.each([null, 'hello', 7, {}, { kind: 'beat' }, { kind: 'crown', id: '0' }, { kind: 'bye', id: 'a' }])(
    '%j on the channel changes nothing',
    (said) => {
      const browser = createBrowser();
      const tab = browser.openTab('a');
      browser.pass(3_000);
      for (const channel of browser.channels) channel.onmessage?.({ data: said } as MessageEvent<unknown>);
      expect(tab.leader.isLeader()).toBe(true);
    },
  );

  it('every one leads where the browser gives no channel', () => {
    const browser = createBrowser();
    const tabs = [browser.openTab('a', false), browser.openTab('b', false)];
    expect(leadersOf(tabs)).toEqual([true, true]);
    tabs[1]?.leader.poke();
    expect(tabs[1]?.pokes).toBe(1);
  });
});
