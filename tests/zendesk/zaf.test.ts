import { describe, expect, it } from 'vitest';
import { connect, getProperty, type ZafClient } from '../../src/zendesk/zaf.ts';

const client = { get: async () => ({}) } as unknown as ZafClient;
const hello = {
  context: { instanceGuid: 'g', product: 'support', location: 'nav_bar' },
  metadata: { appId: 1, installationId: 2, version: '1.0.0', settings: {} },
};

describe('meeting the host', () => {
  it('hands over client, context and metadata once the host has said hello', async () => {
    const init = (onRegistered: (data: typeof hello) => void) => {
      queueMicrotask(() => onRegistered(hello));
      return client;
    };
    await expect(connect({ ZAFClient: { init } }, 50)).resolves.toEqual({ client, ...hello });
  });

  it('fails plainly outside Zendesk, without the SDK, and when the host never answers', async () => {
    await expect(connect({ ZAFClient: { init: () => false } }, 50)).rejects.toMatchObject({
      kind: 'unavailable',
    });
    await expect(connect({}, 50)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(connect({ ZAFClient: { init: () => client } }, 5)).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });
});

describe('a property', () => {
  it('is its value', async () => {
    const asked = { get: async () => ({ errors: {}, colorScheme: 'dark' }) } as unknown as ZafClient;
    await expect(getProperty(asked, 'colorScheme')).resolves.toBe('dark');
  });

  it('fails where an old SDK resolves with its time-out', async () => {
    const silent = { get: async () => ({ name: 'TimeoutError' }) } as unknown as ZafClient;
    await expect(getProperty(silent, 'colorScheme')).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
