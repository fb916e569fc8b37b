import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCustomer, maskMark } from '../../src/care/masking.ts';

describe('a customer’s words, masked', () => {
  it.each([
    ['a full name', 'I am Ines Prado and I waited.', ['Ines Prado'], 'I am […] and I waited.'],
    ['in capitals, and with the accent nobody typed', 'INÉS was here', ['Ines Prado'], '[…] was here'],
    ['as an owner', 'Prado’s parcel, Annas Paket', ['Ines Prado', 'Anna Bo'], '[…]’s parcel, […] Paket'],
    ['in a script without spaces', '田中さんはひどい', ['田中 太郎'], '[…]さんはひどい'],
    ['a mail address', 'write to ines.p+x@example.co.uk please', [], 'write to […] please'],
    ['a phone number in any writing', 'call +49 (30) 123 45-67 or 0301234567', [], 'call […] or […]'],
    ['an order number', 'order #4711, A-2024-99 and 100234', [], 'order […], […] and […]'],
    ['a bank account', 'IBAN DE89 3704 0044 0532 0130 00', [], 'IBAN […]'],
    ['a link, which may be a key', 'see https://example.com/s/abc?t=1 now', [], 'see […] now'],
    ['a handle', 'I am @ines_prado there', [], 'I am […] there'],
  ])('loses %s', (_what, text, names, masked) => {
    expect(maskCustomer(text, names)).toBe(masked);
  });

  it.each([
    ['short numbers', 'It took 3 days, 12 calls and 4 people; 1/5', ['Jo Ark']],
    ['words that hold a name', 'The mariner was kind', ['Mari Ne']],
    ['what joins names', 'the end of the day', ['Jo de la Cruz', 'Eva van der Meer']],
    ['initials', 'I waited a day', ['I. A. Meyer']],
  ])('keeps %s', (_what, text, names) => {
    expect(maskCustomer(text, names)).toBe(text);
  });

  it('never lets a mail address, a long number or a name through, whatever stands around it', () => {
    const around = fc.string({ maxLength: 40 }).map((text) => text.replace(/[\p{L}\p{N}@#]/gu, ' '));
    const secret = fc.constantFrom('ines@example.com', '0171 555 4433', 'Prado', 'prado', '20240815-77');
    fc.assert(
      fc.property(around, secret, around, (before, hidden, after) => {
        const masked = maskCustomer(`${before} ${hidden} ${after}`, ['Ines Prado']);
        expect(masked).not.toContain(hidden);
        expect(masked).toContain(maskMark);
      }),
    );
  });

  it('takes hostile lengths in no time', () => {
    const hostile = ['1a'.repeat(30_000), 'x'.repeat(60_000), `${'1 '.repeat(3)}${' '.repeat(60_000)}`];
    const began = performance.now();
    for (const text of hostile) maskCustomer(text, ['Ines Prado']);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
