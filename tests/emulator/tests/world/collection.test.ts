import { describe, expect, it } from 'vitest';
import { Collection, type Source } from '../../world/collection.ts';

interface Thing {
  id: number;
  word: string;
}

/** 10, 20 … 50, made on demand. */
function tens(): Source<number, Thing> & { made: number } {
  const has = (key: number) => key % 10 === 0 && key >= 10 && key <= 50;
  const source = {
    made: 0,
    size: 5,
    has,
    get(key: number) {
      if (!has(key)) return undefined;
      source.made += 1;
      return { id: key, word: 'made' };
    },
    *keys(isDown?: boolean) {
      const keys = [10, 20, 30, 40, 50];
      yield* isDown ? keys.reverse() : keys;
    },
  };
  return source;
}

const filled = (source?: Source<number, Thing>) => {
  const things = new Collection<number, Thing>((thing) => thing.id, source);
  things.put({ id: 25, word: 'stored' });
  things.put({ id: 5, word: 'stored' });
  return things;
};

describe('a collection over a source', () => {
  it('counts a changed entity once and a removed one not at all', () => {
    const things = filled(tens());
    expect(things.size).toBe(7);
    things.put({ id: 20, word: 'changed' });
    expect(things.size).toBe(7);
    expect(things.get(20)?.word).toBe('changed');
    expect(things.remove(30)).toBe(true);
    expect([things.size, things.has(30), things.get(30)]).toEqual([6, false, undefined]);
    expect(things.remove(30)).toBe(false);
    things.put({ id: 30, word: 'back' });
    expect(things.get(30)?.word).toBe('back');
  });

  it('lists every key in order, both ways, without making anything', () => {
    const source = tens();
    const things = filled(source);
    things.put({ id: 20, word: 'changed' });
    things.remove(40);
    expect([...things.keys()]).toEqual([5, 10, 20, 25, 30, 50]);
    expect([...things.keys(true)]).toEqual([50, 30, 25, 20, 10, 5]);
    expect(source.made).toBe(0);
  });

  it('makes only as far as somebody reads', () => {
    const source = tens();
    expect(filled(source).find(({ id }) => id === 20)?.word).toBe('made');
    expect(source.made).toBe(2);
  });

  it('knows what is stored apart from what is made', () => {
    expect([...filled(tens()).stored()].map(({ id }) => id)).toEqual([25, 5]);
    expect(filled().filter(({ word }) => word === 'stored')).toHaveLength(2);
  });
});
