import { describe, expect, it } from 'vitest';
import { essenceOf } from '../../src/care/conversation.ts';
import { withoutQuoted } from '../../src/care/quotedMail.ts';

const message = (authorId: string, text: string, at: number, isPublic = true) => ({
  authorId,
  text,
  at,
  isPublic,
});
const isCustomer = (id: string) => id === 'ines';

describe('the essence of a conversation', () => {
  it('is the customer’s first and last words, the last public reply and the counts', () => {
    const essence = essenceOf(
      [
        message('ines', 'Where is it?', 1),
        message('mia', 'Let me look.', 2),
        message('ola', 'She is angry.', 3, false),
        message('ines', 'Still nothing!', 4),
        message('mia', 'Sent again.', 5),
      ],
      isCustomer,
    );
    expect(essence).toEqual({
      first: { authorId: 'ines', text: 'Where is it?', at: 1 },
      last: { authorId: 'ines', text: 'Still nothing!', at: 4 },
      reply: { authorId: 'mia', text: 'Sent again.', at: 5 },
      messages: 4,
      notes: 1,
      agents: 2,
      wroteAt: 4,
      isWaiting: false,
    });
  });

  it('says a single message once, and that nobody has answered it', () => {
    const essence = essenceOf([message('ines', 'Hello?', 1), message('ola', 'Seen.', 2, false)], isCustomer);
    expect(essence).toMatchObject({ first: { text: 'Hello?' }, last: null, reply: null, isWaiting: true });
  });

  it('takes no internal note for the customer’s word, or for an answer', () => {
    expect(essenceOf([message('ines', 'Note by mail', 1, false)], isCustomer)).toMatchObject({
      first: null,
      wroteAt: null,
      isWaiting: false,
    });
  });
});

describe('quoted mail', () => {
  it.each([
    ['what follows an English line', 'Thanks\n\nOn Mon, 2 Nov 2026 at 10:00, Mia wrote:\n> Hello', 'Thanks'],
    ['what follows a German line', 'Danke\n\nAm 02.11.2026 um 10:00 schrieb Mia:\n> Hallo', 'Danke'],
    ['lines that begin with a bracket', '> Is it blue?\nYes\n> Is it big?\nNo', 'Yes\nNo'],
    ['what follows a line of dashes', 'No\n-----Original Message-----\nFrom: mia@example.com', 'No'],
    ['what follows Zendesk’s own line', 'Hi\n##- Please type your reply above this line -##\nOld', 'Hi'],
  ])('loses %s', (_, text, left) => {
    expect(withoutQuoted(text)).toBe(left);
  });

  it('stays where nothing else would be left, and words that only look like it stay', () => {
    expect(withoutQuoted('> all of it')).toBe('> all of it');
    expect(withoutQuoted('From: Lisbon I wrote\nOn the way home.')).toBe(
      'From: Lisbon I wrote\nOn the way home.',
    );
  });
});
