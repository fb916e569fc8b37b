import type { CommentDraft } from '../../desk.ts';
import { badArgument } from '../errors.ts';
import { asRecord } from '../packets.ts';
import { plainText } from '../plainText.ts';
import { openTicket, type Scope } from '../scope.ts';
import { member, onTickets, type ZafObject } from './object.ts';

/** `comment` and its alias `ticket.comment`: what is in the composer now. */
export const comment: ZafObject = {
  name: 'comment',
  isIn: onTickets,
  paths: [
    { path: /^(?:ticket\.)?comment$/, get: commentShape, set: setComment },
    {
      path: /^(?:ticket\.)?comment\.(text|type|attachments|useRichText)$/,
      get: async (scope, [path = '']) => member(await commentShape(scope), path),
    },
    {
      path: /^(?:ticket\.)?comment\.(text|type)$/,
      set: (scope, value, [key = '']) => setComment(scope, { [key]: value }),
    },
    {
      path: /^(?:ticket\.)?comment\.append(?:Text|Markdown)$/,
      invoke: (scope, [text]) => append(scope, text),
    },
    {
      path: /^(?:ticket\.)?comment\.appendHtml$/,
      invoke: (scope, [html]) => append(scope, plainText(String(html))),
    },
    { path: 'ticket.editor.insert', invoke: (scope, [text]) => append(scope, plainText(String(text))) },
  ],
};

async function commentShape(scope: Scope) {
  const { draft } = await openTicket(scope);
  return { text: draft.text, type: draft.type, attachments: [], useRichText: false };
}

async function setComment(scope: Scope, value: unknown): Promise<void> {
  const { tab } = await openTicket(scope);
  const wish = asRecord(value);
  if (!wish) throw badArgument('A comment has text and type.');
  const change: Partial<CommentDraft> = {};
  if (wish.text !== undefined) change.text = text(wish.text);
  if (wish.type !== undefined) change.type = draftType(wish.type);
  scope.desk.draft(tab.id, change);
}

async function append(scope: Scope, addition: unknown): Promise<void> {
  const { tab, draft } = await openTicket(scope);
  scope.desk.draft(tab.id, { text: draft.text + text(addition) });
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw badArgument('The text must be a string.');
  return value;
}

function draftType(value: unknown): CommentDraft['type'] {
  if (value === 'publicReply' || value === 'internalNote') return value;
  throw badArgument('The type must be publicReply or internalNote.');
}
