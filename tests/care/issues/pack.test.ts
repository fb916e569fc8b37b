/** The month's pack: promises first, ranks, and comments nobody can be told from. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { impactOf } from '../../../src/care/issues/impact.ts';
import type { StoredIssue } from '../../../src/care/issues/issue.ts';
import { inMarkdown, linkInMarkdown } from '../../../src/care/issues/markdown.ts';
import { type PackEntry, type PackParts, packOf, promisesOf } from '../../../src/care/issues/pack.ts';
import { thanksFor } from '../../../src/care/issues/thanks.ts';
import { longestVerbatim, verbatimOf } from '../../../src/care/issues/verbatim.ts';
import { storedIssue } from './issues.ts';
import { april, columnsWith, day, may } from './rows.ts';

const june2 = may.to + day;
const names = (promises: readonly { issue: StoredIssue }[]) => promises.map(({ issue }) => issue.name);

describe('what was promised', () => {
  const promised = (name: string, at: number, given: Partial<StoredIssue> = {}) =>
    storedIssue({
      name,
      status: 'agreed',
      promisedAt: at,
      promisedIn: new Date(at).toISOString().slice(0, 7),
      ...given,
    });
  const of = (...issues: StoredIssue[]) => promisesOf(issues, {}, may, june2, 'UTC');

  it('stands with last month’s meeting first, the oldest first', () => {
    const promises = of(
      promised('b', may.from + 9 * day),
      promised('old', april.from),
      promised('a', may.from + 4 * day),
      promised('older', april.from - 40 * day),
      storedIssue({ name: 'never promised' }),
      promised('since', may.to),
    );
    expect(names(promises)).toEqual(['a', 'b', 'older', 'old']);
    expect(promises.map(({ isLastMonth, ageDays }) => [isLastMonth, ageDays])).toEqual([
      [true, 28],
      [true, 23],
      [false, 102],
      [false, 62],
    ]);
  });

  it('says done, declined, not done and overdue, with the days it took or takes', () => {
    const promises = of(
      promised('done', may.from, { status: 'fixed', fixedAt: may.from + 10 * day }),
      promised('declined', may.from, {
        status: 'declined',
        history: [
          {
            at: may.from + 6 * day,
            byId: '1',
            act: 'moved',
            fields: [],
            from: 'agreed',
            to: 'declined',
            note: 'no',
          },
        ],
      }),
      promised('late', may.from, { dueOn: '2026-06-01' }),
      promised('today', may.from, { dueOn: '2026-06-02' }),
      promised('undated', may.from),
    );
    expect(
      Object.fromEntries(promises.map(({ issue, state, ageDays }) => [issue.name, [state, ageDays]])),
    ).toEqual({
      done: ['done', 10],
      declined: ['declined', 6],
      late: ['overdue', 32],
      today: ['not_done', 32],
      undated: ['not_done', 32],
    });
  });

  it('leaves out what was done before the month, and has what was fixed in it unpromised', () => {
    const promises = of(
      promised('before', april.from, { status: 'fixed', fixedAt: may.from - 1 }),
      storedIssue({ name: 'at once', status: 'fixed', fixedAt: may.from + day }),
    );
    expect(names(promises)).toEqual(['at once']);
  });

  it('keeps the age of a promise whose issue came back', () => {
    const [promise] = of(
      promised('back', april.from, { status: 'open', reopenedAt: may.from, fixedAt: april.from + day }),
    );
    expect(promise).toMatchObject({ state: 'not_done', ageDays: 62, isLastMonth: false });
  });

  it('takes months and days of the reader’s zone', () => {
    const late = promised('late', may.from - 3_600_000, { promisedIn: '2026-05', dueOn: '2026-06-02' });
    const berlin = { from: may.from - 2 * 3_600_000, to: may.to - 2 * 3_600_000 };
    const at = Date.UTC(2026, 5, 2, 23);
    expect(promisesOf([late], {}, berlin, at, 'Europe/Berlin')[0]).toMatchObject({
      isLastMonth: true,
      state: 'overdue',
    });
    expect(promisesOf([late], {}, may, at, 'UTC')[0]).toMatchObject({ state: 'not_done' });
  });
});

describe('the issues of a pack', () => {
  const entry = (
    name: string,
    own: [number, number],
    rest: [number, number],
    given: Partial<PackEntry['figures']> = {},
  ): PackEntry => {
    const figures = (k: [number, number], others: [number, number], handled: number) => ({
      basis: 'topics' as const,
      handled,
      byTopic: handled,
      bySearch: 0,
      isCut: false,
      own: { k: k[0], n: k[1] },
      rest: { k: others[0], n: others[1] },
      all: handled + others[1],
      ...given,
    });
    return {
      issue: storedIssue({ name, id: name, ask: 'Fix it' }),
      name,
      figures: figures(own, rest, own[1] * 10),
      before: figures([own[1], own[1]], rest, own[1]),
      searchFailure: null,
    };
  };
  const parts = (entries: PackEntry[]): PackParts => ({
    period: may,
    zone: 'UTC',
    asOf: june2,
    issues: entries.flatMap(({ issue }) => issue ?? []),
    watches: {},
    entries,
    impact: impactOf(columnsWith({ topic: null, good: 8, bad: 2 }), {
      period: may,
      before: april,
      filters: {},
      hasSuspected: false,
      now: june2,
    }),
    verbatims: entries.map(({ name }) => [{ text: `of ${name}`, key: 'ticket:1' }]),
  });

  it('are ranked by what they do to the whole; too few ratings stand apart, none handled nowhere', () => {
    const pack = packOf(
      parts([
        entry('mild', [70, 100], [400, 500]),
        entry('worst', [50, 100], [400, 500]),
        entry('few', [0, 9], [400, 500]),
        entry('cut', [1, 100], [400, 500], { isCut: true }),
        entry('none', [0, 0], [400, 500]),
      ]),
    );
    expect(pack.ranked.map(({ name }) => name)).toEqual(['worst', 'mild']);
    expect(pack.few.map(({ name }) => name)).toEqual(['cut', 'few']);
    expect(pack).toMatchObject({
      month: '2026-05',
      csat: { k: 8, n: 10 },
      untopiced: 10,
      hasVerbatims: true,
    });
    const [worst] = pack.ranked;
    expect(worst?.sentence).toMatchObject({ kind: 'claim', ask: 'Fix it' });
    expect(worst?.pull?.value).toBeCloseTo((-0.3 * 100) / 600, 12);
    expect(worst?.weight).toBeCloseTo(300, 9);
    expect(worst?.trend?.value).toBeCloseTo(-0.5, 12);
    expect(worst?.verbatims).toEqual([{ text: 'of worst', key: 'ticket:1' }]);
  });

  it('say that comments could not be read', () => {
    const pack = packOf({ ...parts([entry('worst', [50, 100], [400, 500])]), verbatims: null });
    expect(pack.hasVerbatims).toBe(false);
    expect(pack.ranked[0]?.verbatims).toEqual([]);
  });
});

describe('a customer’s words', () => {
  const of = (text: string) => verbatimOf(text, ['Ines Prado', 'Mia Kühn', 'Tom O’Brien']);

  test.each([
    ['Ines Prado here, nothing works', '[…] here, nothing works'],
    ['I wrote to MIA KUHN twice', 'I wrote to […] twice'],
    ['Tom O’Brien and Mr O’Brien', '[…] and Mr […]'],
    ['Mail me: ines.prado+shop@example.co.uk please', 'Mail me: […] please'],
    ['Call +49 (0)30 / 901820-11 today', 'Call […] today'],
    ['call 555 867 5309, or 0170-1234567', 'call […], or […]'],
    ['Order A-10023 and #4711 are lost', 'Order […] and […] are lost'],
    ['see https://evil.example/?u=ines now', 'see […] now'],
    ['My name is Rosalind Franklin and I wait', 'My name is […] and I wait'],
    ['Ich heiße Rosalind und warte', 'Ich heiße […] und warte'],
    ['Mrs. Franklin was told nothing', 'Mrs. […] was told nothing'],
    ['Dear Rosalind, why is it slow?', 'Dear […], why is it slow?'],
    ['Still broken.\nBest regards,\nRosalind Franklin', 'Still broken. Best regards, […]'],
    ['Immer noch kaputt. Viele Grüße, Rosalind', 'Immer noch kaputt. Viele Grüße, […]'],
    ['I waited 3 days for 2 answers', 'I waited 3 days for 2 answers'],
    ['In\u200Bes Pra\u00ADdo is hidden', '[…] is hidden'],
    ['\u202Egnorw si siht', 'gnorw si siht'],
    ['Ｉｎｅｓ wrote １２３４５６７８', '[…] wrote […]'],
    ['one\n\n two\t three', 'one two three'],
  ])('%j is told as %j', (text, told) => {
    expect(of(text)).toBe(told);
  });

  it('are none where nothing but names and numbers was written', () => {
    for (const text of ['Ines Prado', '  ', '+49 170 1234567', '!!! 5', '\u202E'])
      expect(of(text)).toBeNull();
  });

  it('are cut at a word, after what tells people was cut out', () => {
    const told = of(`${'word '.repeat(57)}ines.prado@example.com and more and more and more words`) ?? '';
    expect(told.length).toBeLessThanOrEqual(longestVerbatim);
    expect(told.endsWith('…')).toBe(true);
    expect(told).not.toMatch(/ines|example/);
  });

  it('never hold a name, an address or a long number, whatever stands around them', () => {
    const noise = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const told = of(`${before} Ines ines.prado@example.com 0301234567 ${after}`) ?? '';
        expect(told).not.toMatch(/\bines\b|example\.com|\d{7}/i);
        expect(told).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});

describe('texts in Markdown', () => {
  test.each([
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['![x](javascript:alert(1))', '!\\[x\\](javascript:alert(1))'],
    ['# big', '\\# big'],
    ['- a list', '\\- a list'],
    ['1. a list', '1\\. a list'],
    ['a *b* _c_ `d` ~e~ |f|', 'a \\*b\\* \\_c\\_ \\`d\\` \\~e\\~ \\|f\\|'],
    ['two\n\n# lines', 'two # lines'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['10 % of -3.5', '10 % of -3.5'],
  ])('%j is written %j', (text, written) => {
    expect(inMarkdown(text)).toBe(written);
  });

  it('link nowhere but to https, and end where the address ends', () => {
    expect(linkInMarkdown('a]b', 'https://example.com/a_(b)?x=<y>')).toBe(
      '[a\\]b](https://example.com/a_%28b%29?x=%3Cy%3E)',
    );
    expect(linkInMarkdown('a', 'javascript:alert(1)')).toBeNull();
    expect(linkInMarkdown('a', 'no address')).toBeNull();
  });
});

describe('thanks', () => {
  const fixed = (name: string, fixedAt: number, given: Partial<StoredIssue> = {}) =>
    storedIssue({ name, status: 'fixed', fixedAt, taggedBy: ['7', '8'], whatChanged: 'It works', ...given });
  const of = (...issues: StoredIssue[]) => thanksFor(issues, '7', june2).map(({ name }) => name);

  it('go to whoever tagged it, for thirty days, the latest first', () => {
    expect(
      of(
        fixed('a month ago', june2 - 30 * day),
        fixed('in time', june2 - 30 * day + 1),
        fixed('today', june2),
        fixed('others’', june2, { taggedBy: ['8'] }),
        fixed('reopened', june2 - day, { status: 'open' }),
      ),
    ).toEqual(['today', 'in time']);
    expect(thanksFor([fixed('x', june2)], '9', june2)).toEqual([]);
  });
});
