import { describe, expect, it } from 'vitest';
import { MirrorQueue } from '../../src/actions/mirrorQueue.ts';

const minute = 60_000;
const item = { key: 'ticket:1', rev: 1 };

describe('what waits to be mirrored', () => {
  it('waits a minute from the last change, and an old piece of news begins no new one', () => {
    const queue = new MirrorQueue();
    queue.add(item, 0);
    queue.add({ ...item, rev: 2 }, 30_000);
    queue.add(item, 50_000);
    expect(queue.due(89_999).items).toEqual([]);
    expect(queue.due(90_000).items).toEqual([{ ...item, rev: 2 }]);
  });

  it('is not forgotten when it changes again while it is being written', () => {
    const queue = new MirrorQueue();
    queue.add(item, 0);
    queue.add({ ...item, rev: 2 }, minute);
    queue.settle(item, 'written', minute + 1_000);
    expect([queue.has(item.key), queue.next()]).toEqual([true, 2 * minute]);
  });

  it('is tried again while others are first, five times', () => {
    const queue = new MirrorQueue();
    queue.add(item, 0);
    const tries = [1, 2, 3, 4, 5].map((round) => queue.settle(item, 'conflict', round * minute));
    expect([tries, queue.has(item.key)]).toEqual([[true, true, true, true, false], false]);
  });

  it('hands out a hundred at most', () => {
    const queue = new MirrorQueue();
    for (let index = 0; index < 130; index += 1) queue.add({ key: `ticket:${index}`, rev: 1 }, 0);
    expect(queue.due(minute).items).toHaveLength(100);
  });

  it('keeps praise until four wait, and lets go of it at once then', () => {
    const queue = new MirrorQueue();
    for (let index = 0; index < 4; index += 1) {
      expect(queue.next()).toBe(Number.POSITIVE_INFINITY);
      queue.settle({ key: `ticket:${index}`, rev: 1 }, 'praise', minute);
    }
    expect([queue.next(), queue.due(minute).isPraiseDue]).toEqual([minute, true]);
  });

  it('holds what somebody is typing in until that is saved, five minutes without a word of it', () => {
    const queue = new MirrorQueue();
    queue.settle(item, 'unsaved', 0);
    expect([queue.unsaved(), queue.next()]).toEqual([[item.key], 5 * minute]);
    queue.release([item.key], minute);
    expect(queue.due(minute).items).toEqual([item]);
  });
});
