import { describe, expect, it } from 'vitest';
import { foldAll, isReadable } from '../../src/care/fold.ts';
import type { Entry } from '../../src/care/ledger.ts';
import { recordOf, toFacts } from '../../src/zendesk/ledger.ts';
import { rating } from '../care/ratings.ts';

const written = 1_000_000_000_000;
const entry: Entry = [
  { kind: 'rated', body: { ratings: [rating({ value: 1, verdict: 'bad' })], isAlreadyRevised: false } },
  { kind: 'set_aside', body: { reason: 'test', note: null } },
];
type Fields = { kind: unknown; body: unknown };
const stored = (record: ReturnType<typeof recordOf>, fields: Partial<Fields> = {}) => ({
  id: 'R',
  external_id: record.external_id,
  custom_object_fields: { ...record.custom_object_fields, ...fields },
  created_at: written,
  updated_at: written,
  created_by_user_id: '7',
});

describe('a record of the ledger', () => {
  it('comes back as the facts it was made of, in their order', () => {
    const facts = toFacts(stored(recordOf('ticket:7', 3, entry, 'op')));
    expect(facts.map(({ seq, part }) => [seq, part])).toEqual([
      [3, 0],
      [3, 1],
    ]);
    expect(facts.filter(isReadable).map(({ kind }) => kind)).toEqual(['rated', 'set_aside']);
  });

  it.each([
    ['a minute before', -60_000, -60_000],
    ['a day before', -86_400_000, 0],
    ['a day after', 86_400_000, 0],
  ])('decided %s it was recorded counts from then only where that can be believed', (_name, said, counts) => {
    const [first] = toFacts(stored(recordOf('ticket:7', 1, entry, 'op', written + said))).filter(isReadable);
    expect(first?.at).toBe(written + counts);
  });

  it.each([
    ['several', '{"facts":[]}'],
    ['several', '{"facts":"none"}'],
    ['several', 'no json'],
    ['invented', '{}'],
    [null, null],
  ])('that says %j %j keeps its number, so that the ledger goes on behind it', (kind, body) => {
    const broken = toFacts(stored(recordOf('ticket:7', 1, entry, 'op'), { kind, body }));
    const next = toFacts(stored(recordOf('ticket:7', 2, entry, 'op')));
    const state = foldAll('ticket:7', [...broken, ...next]);
    expect([state.rev, state.ignored, state.setAside?.reason]).toEqual([2, 1, 'test']);
  });
});
