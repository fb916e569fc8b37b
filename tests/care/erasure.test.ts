import { describe, expect, it } from 'vitest';
import { blanked, isErased } from '../../src/care/erasure.ts';

describe('erasing what staff typed', () => {
  it.each([
    ['set_aside', { reason: 'test', note: 'Ines asked' }],
    ['disputed', { reason: 'other', note: 'Ines was rude' }],
    ['dispute_decided', { decision: 'accepted', creditTo: '7', note: 'Ines had two agents' }],
    ['contacted', { channel: 'call', result: 'reached', note: 'Ines is ill' }],
  ])('takes the note of a fact “%s” and leaves its codes', (kind, body) => {
    const after = blanked({ kind, body });
    expect(JSON.stringify(after)).not.toContain('Ines');
    expect(after?.body).toEqual({ ...body, note: null, erased: true });
    expect(isErased([{ kind, body }])).toBe(false);
    expect(after && isErased([after])).toBe(true);
  });

  it('leaves facts alone that hold no typed text', () => {
    expect(blanked({ kind: 'disputed', body: { reason: 'other', note: null } })).toBeNull();
    expect(blanked({ kind: 'dispute_withdrawn', body: {} })).toBeNull();
  });
});
