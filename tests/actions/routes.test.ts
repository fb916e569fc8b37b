/** Links into the triage page: what they lead to, and what made-up ones do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostOf, placeOfKey } from '../../src/actions/link.ts';
import { placeInRoute } from '../../src/actions/watchRoute.ts';
import { decodeQuery, emptyQuery, encodeQuery } from '../../src/care/query.ts';
import { ticketIn } from '../../src/care/ticketReference.ts';

describe('a route', () => {
  it.each([
    [{ appRoute: 'case/41' }, { kind: 'case', id: 'ticket:41' }],
    [{ appParams: ['case', '41'] }, { kind: 'case', id: 'ticket:41' }],
    [
      { appRoute: 'feedback-loop/case/41', appParams: [] },
      { kind: 'case', id: 'ticket:41' },
    ],
    [{ appParams: 'case/conversation-01J_x-9' }, { kind: 'case', id: 'conversation:01J_x-9' }],
    [{ appParams: ['view', '0f3ab9'] }, { kind: 'view', id: '0f3ab9' }],
    [{ appRoute: 'queue/vmine.b~3b~' }, { kind: 'queue', id: 'vmine.b~3b~' }],
    [{ appRoute: 'favourites' }, { kind: 'favourites', id: '' }],
    [{ appRoute: 'favourites/0f3ab9/' }, { kind: 'favourites', id: '0f3ab9' }],
    [{ appParams: ['case', 'conversation-'] }, null],
    [{ appParams: ['case', '41; drop'] }, null],
    [{ appParams: ['case'] }, null],
    [{ appParams: ['view'] }, null],
    [{ appParams: ['view', '../../../etc'] }, null],
    [{ appParams: ['view', '<img src=x>'] }, null],
    [{ appParams: ['showcase', '41'] }, null],
    [{ appParams: ['casework', '41'] }, null],
    [{ appRoute: '' }, null],
    [undefined, null],
    [null, null],
    ['case/41', null],
  ])('%j leads to %j', (route, place) => {
    expect(placeInRoute(route)).toEqual(place);
  });

  it('never throws, and never leads to an id with anything but letters, digits and marks in it', () => {
    const piece = fc.oneof(
      fc.constantFrom('case', 'view', 'queue', 'favourites', '/', '..', '%2F', '41', 'conversation-', '\n'),
      fc.string(),
    );
    const route = fc.oneof(
      fc.anything(),
      fc.record({ appRoute: fc.array(piece).map((all) => all.join('/')), appParams: fc.anything() }),
      fc.record({ appRoute: fc.anything(), appParams: fc.array(piece) }),
    );
    fc.assert(
      fc.property(route, (given) => {
        const place = placeInRoute(given);
        if (place) expect(place.id).toMatch(/^(?:(?:ticket|conversation):)?[\w.~-]*$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('carries every filter there and back', () => {
    const query = { ...emptyQuery, view: 'mine', text: 'späte Lieferung', topic: ['a/b', 'c.d-e~f'] };
    const place = placeInRoute({ appRoute: `queue/${encodeQuery(query)}` });
    expect(decodeQuery(place?.id ?? '')).toEqual(query);
  });
});

describe('a link', () => {
  it('begins with the page this frame is in, and with nothing where that is not told', () => {
    expect(
      hostOf('https://1.apps.zdusercontent.com/a.html?origin=https%3A%2F%2Facme.zendesk.com&app_guid=1'),
    ).toBe('https://acme.zendesk.com');
    expect(hostOf('https://1.apps.zdusercontent.com/a.html?origin=javascript:alert(1)')).toBeNull();
    expect(hostOf('https://1.apps.zdusercontent.com/a.html')).toBeNull();
  });

  it('leads back to the case it was made for', () => {
    for (const key of ['ticket:41', 'conversation:01J_x-9']) {
      expect(placeInRoute({ appRoute: placeOfKey(key) })).toEqual({ kind: 'case', id: key });
    }
    expect(placeOfKey('ticket:41')).toBe('case/41');
  });
});

describe('what names a ticket', () => {
  it.each([
    ['41', { kind: 'ticket', ticketId: '41' }],
    [' #0041 ', { kind: 'ticket', ticketId: '41' }],
    ['https://acme.zendesk.com/agent/tickets/41', { kind: 'ticket', ticketId: '41' }],
    ['https://acme.zendesk.com/agent/tickets/41/events?x=1#y', { kind: 'ticket', ticketId: '41' }],
    ['acme.zendesk.com/api/v2/tickets/41.json', { kind: 'ticket', ticketId: '41' }],
    ['https://help.acme.example/hc/de/requests/41', { kind: 'ticket', ticketId: '41' }],
    ['https://other.zendesk.com/agent/tickets/41', { kind: 'foreign', host: 'other.zendesk.com' }],
    ['https://acme.zendesk.com/agent/users/41', { kind: 'none' }],
    ['', { kind: 'none' }],
    ['-41', { kind: 'none' }],
    ['4 1', { kind: 'none' }],
    ['41a', { kind: 'none' }],
  ])('is read from %j', (text, expected) => {
    expect(ticketIn(text, 'acme.zendesk.com')).toEqual(expected);
  });

  it('is never anything but a number, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = ticketIn(text, null);
        expect(read.kind === 'ticket' ? /^\d+$/.test(read.ticketId) : true).toBe(true);
      }),
    );
  });
});
