/** Comments of the conversation in the two forms the app framework has for them. */
import type { CommentJson, Desk } from '../../desk.ts';
import { avatarUrl, roleName, userShape } from './userShape.ts';

/** An entry of `ticket.comments`; the emulator's world has no attachments. */
export function assetless(desk: Desk, comment: CommentJson) {
  const author = desk.user(comment.author_id);
  return {
    id: comment.id,
    value: comment.html_body,
    author: author ? userShape(author) : { id: comment.author_id },
    via: { channel: comment.via?.channel ?? null },
    imageAttachments: [],
    nonImageAttachments: [],
  };
}

/** An entry of `ticket.conversation`; notes have the channel `internal`. */
export function conversationShape(desk: Desk, comment: CommentJson) {
  const author = desk.user(comment.author_id);
  return {
    attachments: [],
    author: {
      id: comment.author_id,
      name: author?.name ?? null,
      role: author ? roleName(author) : null,
      avatar: author ? avatarUrl(author) : null,
    },
    channel: { name: comment.public ? (comment.via?.channel ?? null) : 'internal' },
    message: { content: comment.html_body, contentType: 'text/html' },
    timestamp: comment.created_at,
  };
}
