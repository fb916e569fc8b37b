/** What an issue may be, which way it may go, and what stays of what was done to it. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import {
  emptyIssueDraft,
  fitted,
  type Issue,
  isLink,
  issueDraftSchema,
  issueSchema,
  issueStatuses,
  mostBytes,
} from '../../../src/care/issues/issue.ts';
import {
  changedIssue,
  fixedIssue,
  movedIssue,
  newIssue,
  reopenedItself,
} from '../../../src/care/issues/issueChange.ts';
import { movesFrom, needsNote } from '../../../src/care/issues/issueMoves.ts';
import { day, may } from './rows.ts';

const by = { userId: '7', now: may.from, month: '2026-05', operation: 'o1' };
const later = { userId: '8', now: may.from + 40 * day, month: '2026-06', operation: 'o2' };
const draft = { ...emptyIssueDraft, name: 'Login page', topics: ['login'] };
const made = newIssue(draft, by);

describe('what may be typed', () => {
  test.each([
    ['no name', { name: '  ' }],
    ['a day that is none', { dueOn: '2026-02-30' }],
    ['a day in words', { dueOn: 'soon' }],
    ['eleven topics', { topics: Array.from({ length: 11 }, (_, index) => `t${index}`) }],
    ['an empty topic', { topics: [''] }],
    ['a link that is no https', { evidence: [{ url: 'http://example.com', text: '' }] }],
    ['a script', { evidence: [{ url: 'javascript:alert(1)', text: '' }] }],
    ['a link with a password', { evidence: [{ url: 'https://a:b@example.com', text: '' }] }],
    ['an owner that is no id', { ownerId: 'Paula' }],
    ['an ask too long', { ask: 'x'.repeat(1001) }],
  ])('not %s', (_, given) => {
    expect(v.is(issueDraftSchema, { ...draft, ...given })).toBe(false);
  });

  it('an owner without an account, a day, links and notes; spaces and control characters go', () => {
    const typed = {
      ...draft,
      name: ' Login\u0007page ',
      query: ' tags:login_page ',
      ownerName: 'Paula',
      dueOn: '2028-02-29',
      ask: 'first line\nsecond',
      evidence: [
        { url: 'https://example.com/a', text: '' },
        { url: null, text: 'seen in May' },
      ],
    };
    expect(v.parse(issueDraftSchema, typed)).toMatchObject({
      name: 'Login page',
      query: 'tags:login_page',
      ask: 'first line\nsecond',
      evidence: [{ url: 'https://example.com/a' }, { url: null, text: 'seen in May' }],
    });
    expect(isLink('https://example.com')).toBe(true);
  });
});

describe('where an issue may go', () => {
  it('is on to done, back to open, and from done to open alone', () => {
    const legal = issueStatuses.flatMap((from) => movesFrom(from).map((to) => `${from} ${to}`));
    expect(legal.sort()).toEqual(
      [
        'open agreed',
        'open in_progress',
        'open fixed',
        'open declined',
        'agreed in_progress',
        'agreed fixed',
        'agreed declined',
        'agreed open',
        'in_progress fixed',
        'in_progress declined',
        'in_progress agreed',
        'in_progress open',
        'fixed open',
        'declined open',
      ].sort(),
    );
  });

  it('asks why when it is declined or opened again', () => {
    const noted = issueStatuses.flatMap((from) =>
      movesFrom(from)
        .filter((to) => needsNote(from, to))
        .map((to) => `${from} ${to}`),
    );
    expect(noted.sort()).toEqual(
      ['agreed declined', 'declined open', 'fixed open', 'in_progress declined', 'open declined'].sort(),
    );
  });
});

describe('what was done to it', () => {
  it('is dated and signed, newest last', () => {
    const agreed = movedIssue(made, 'agreed', null, by);
    expect(agreed).toMatchObject({ rev: 2, promisedAt: by.now, promisedIn: '2026-05' });
    const begun = movedIssue(agreed, 'in_progress', 'has begun', later);
    expect(begun).toMatchObject({ promisedAt: by.now, promisedIn: '2026-05', operation: 'o2' });
    const fixed = fixedIssue(begun, { whatChanged: 'New page', link: null, taggedBy: ['3'] }, later);
    expect(fixed).toMatchObject({ status: 'fixed', fixedAt: later.now, taggedBy: ['3'], reopenedAt: null });
    const back = reopenedItself(fixed, { ...later, now: later.now + day });
    expect(back).toMatchObject({
      status: 'open',
      reopenedAt: later.now + day,
      fixedAt: later.now,
      promisedAt: by.now,
    });
    expect(back.history.map(({ act, byId, from, to, note }) => [act, byId, from, to, note])).toEqual([
      ['made', '7', null, 'open', null],
      ['moved', '7', 'open', 'agreed', null],
      ['moved', '8', 'agreed', 'in_progress', 'has begun'],
      ['fixed', '8', 'in_progress', 'fixed', null],
      ['reopened_itself', '8', 'fixed', 'open', null],
    ]);
    expect(v.is(issueSchema, back)).toBe(true);
  });

  it('dates a promise when it is taken up unasked, and anew when it is agreed again', () => {
    expect(movedIssue(made, 'in_progress', null, later)).toMatchObject({ promisedAt: later.now });
    const agreed = movedIssue(made, 'agreed', null, by);
    const reopened = movedIssue(movedIssue(agreed, 'declined', 'no', by), 'open', 'yes', later);
    expect(reopened).toMatchObject({ promisedAt: by.now, reopenedAt: later.now });
    expect(reopened.history.at(-1)).toMatchObject({ act: 'reopened', note: 'yes' });
    expect(movedIssue(reopened, 'agreed', null, later)).toMatchObject({
      promisedAt: later.now,
      promisedIn: '2026-06',
    });
    const begun = movedIssue(agreed, 'in_progress', null, later);
    expect(movedIssue(begun, 'agreed', null, later)).toMatchObject({ promisedAt: by.now });
  });

  it('names what was typed over', () => {
    const changed = changedIssue(made, { ...draft, ask: 'Fix it', topics: ['login', 'sso'] }, later);
    expect(changed.history.at(-1)).toMatchObject({ act: 'changed', fields: ['topics', 'ask'], byId: '8' });
    expect(changed).toMatchObject({ rev: 2, status: 'open', ask: 'Fix it' });
  });
});

describe('what a record holds', () => {
  it('loses the oldest of its history first, and says how many', () => {
    const long = (count: number): Issue => ({
      ...made,
      history: Array.from({ length: count }, (_, index) => ({
        at: index,
        byId: '7',
        act: 'moved',
        fields: [],
        from: null,
        to: null,
        note: 'ä'.repeat(500),
      })),
    });
    expect(fitted(long(5))).toEqual(long(5));
    const kept = fitted(long(100));
    expect(new TextEncoder().encode(JSON.stringify(kept)).length).toBeLessThanOrEqual(mostBytes);
    expect(kept.trimmed + kept.history.length).toBe(100);
    expect(kept.history[0]?.at).toBe(kept.trimmed);
    expect(fitted({ ...kept, history: [...kept.history, ...long(50).history] }).trimmed).toBe(
      kept.trimmed + 50,
    );
  });

  it('fits whatever may be typed at most', () => {
    const euros = (length: number) => '€'.repeat(length);
    const evidence = (count: number) =>
      Array.from({ length: count }, () => ({ url: null, text: euros(200) }));
    const wide = {
      ...draft,
      name: euros(60),
      topics: Array.from({ length: 10 }, () => euros(80)),
      query: euros(300),
      ask: euros(1000),
      ownerName: euros(80),
    };
    expect(v.is(issueDraftSchema, { ...wide, evidence: evidence(20) })).toBe(false);
    const most = v.parse(issueDraftSchema, { ...wide, evidence: evidence(9) });
    const taggedBy = Array.from({ length: 500 }, (_, index) => String(360_000_000_000 + index));
    const issue = fixedIssue(newIssue(most, by), { whatChanged: euros(1000), link: null, taggedBy }, later);
    expect(new TextEncoder().encode(JSON.stringify(issue)).length).toBeLessThanOrEqual(mostBytes);
  });

  it('is read as it was written, and nothing else is an issue', () => {
    expect(v.parse(issueSchema, JSON.parse(JSON.stringify(made)))).toEqual(made);
    fc.assert(fc.property(fc.anything(), (body) => !v.is(issueSchema, body)));
  });
});
