import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { escaped, setBadge, showToast, tellFrames } from '../../src/zendesk/notices.ts';
import type { ZafClient } from '../../src/zendesk/zaf.ts';

/** A host with these frames; what was asked of it, by frame. */
function hostWith(instances: Record<string, { location: string }>, refuses: string[] = []) {
  const asked: unknown[][] = [];
  const clientOf = (guid: string): ZafClient =>
    ({
      get: async () => ({ instances }),
      instance: clientOf,
      invoke: async (...call: unknown[]) => {
        asked.push([guid, ...call]);
        if (refuses.includes(guid)) throw new Error('refused');
        return {};
      },
      trigger: (event: string) => asked.push([guid, event]),
    }) as unknown as ZafClient;
  return { client: clientOf('own'), asked };
}

const frames = {
  own: { location: 'background' },
  page: { location: 'nav_bar' },
  other: { location: 'nav_bar' },
  ticket: { location: 'ticket_sidebar' },
};

describe('the badge', () => {
  it('is a symbol of the page’s icon, and the plain one is there as well', async () => {
    const icon = readFileSync('assets/icon_nav_bar.svg', 'utf8');
    const symbols = [...icon.matchAll(/<symbol id="(\w+)"[^>]* viewBox=/g)].map(([, id]) => id);
    const { client, asked } = hostWith({ page: frames.page });
    await setBadge(client, false);
    await setBadge(client, true);
    expect(asked).toEqual(symbols.map((symbol) => ['page', 'iconSymbol', symbol]));
  });

  it('is put on every page that takes it, on nothing else, and a refusal harms nobody', async () => {
    const { client, asked } = hostWith(frames, ['page']);
    expect(await setBadge(client, true)).toEqual(['other']);
    expect(asked.map(([guid]) => guid)).toEqual(['page', 'other']);
  });

  it('is let be where the host names no frames', async () => {
    const client = { get: async () => Promise.reject(new Error('no')) } as unknown as ZafClient;
    expect(await setBadge(client, true)).toEqual([]);
    await expect(tellFrames(client, 'nav_bar')).resolves.toBeUndefined();
  });
});

describe('a short notice', () => {
  it('is text and one link, whatever they hold', async () => {
    const { client, asked } = hostWith({});
    const link = { text: '"Open"', href: '/agent/apps/a"b/case/1' };
    expect(await showToast(client, { text: `<b onclick='x'>&amp;\u202e\u0007`, link })).toBe(true);
    expect(asked[0]?.[2]).toBe(
      '&lt;b onclick=&#39;x&#39;&gt;&amp;amp;   <a href="/agent/apps/a&quot;b/case/1">&quot;Open&quot;</a>',
    );
  });

  it('that the host refuses is no failure', async () => {
    const { client } = hostWith({}, ['own']);
    expect(await showToast(client, { text: 'x', link: { text: 'y', href: '/' } })).toBe(false);
  });

  it('leaves plain words of any language as they are', () => {
    expect(escaped('Fälle für Ольга 訪問')).toBe('Fälle für Ольга 訪問');
  });
});
