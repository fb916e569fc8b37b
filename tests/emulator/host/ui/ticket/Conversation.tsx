import { memo, useEffect, useRef } from 'react';
import styled from 'styled-components';
import type { CommentJson } from '../../desk.ts';
import { Avatar } from '../Avatar.tsx';
import { useDesk } from '../DeskContext.tsx';
import { color, Quiet } from '../look.ts';
import { When } from '../When.tsx';
import { words } from '../words.ts';

const Scroll = styled.div`
  flex: 1;
  min-height: 120px;
  overflow-y: auto;
  padding: 12px 16px;
  &:focus-visible {
    outline: 2px solid ${color('border.primaryEmphasis')};
    outline-offset: -2px;
  }
`;
const List = styled.ol`
  display: grid;
  gap: 4px;
  margin: 0;
  padding: 0;
  list-style: none;
`;
const Item = styled.li<{ $isNote: boolean }>`
  display: flex;
  gap: 12px;
  padding: 12px;
  border-radius: 8px;
  border: 1px solid ${({ $isNote, theme }) => ($isNote ? color('border.warning')({ theme }) : 'transparent')};
  background: ${({ $isNote, theme }) => ($isNote ? color('background.warning')({ theme }) : 'transparent')};
  > div {
    flex: 1;
    min-width: 0;
  }
`;
const Byline = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 2px 8px;
  font-size: 12px;
  color: ${color('foreground.subtle')};
  strong {
    font-size: 14px;
    color: ${color('foreground.default')};
  }
`;
/* The colour tells reply and note apart only together with the word in the byline. */
const NoteWord = styled.span`
  color: ${color('foreground.warningEmphasis')};
  font-weight: 600;
`;
const Body = styled.div`
  margin-top: 2px;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  unicode-bidi: plaintext;
`;

/** The body is only ever a text node: whatever a customer sent, it cannot become markup. */
const CommentItem = memo(function CommentItem({ comment }: { comment: CommentJson }) {
  const author = useDesk().user(comment.author_id);
  const name = author?.name ?? words.user.title(comment.author_id);
  return (
    <Item $isNote={!comment.public}>
      <Avatar name={name} />
      <div>
        <Byline>
          <strong>{name}</strong>
          {!comment.public && <NoteWord>{words.ticket.note}</NoteWord>}
          <When at={comment.created_at} />
          <span>{words.ticket.via(comment.via.channel)}</span>
        </Byline>
        <Body dir="auto">{comment.plain_body || comment.body}</Body>
      </div>
    </Item>
  );
});

/** What was said, oldest first, opened at the newest. */
export function Conversation({ comments }: { comments: CommentJson[] }) {
  const scroll = useRef<HTMLDivElement>(null);
  const count = comments.length;
  useEffect(() => {
    if (scroll.current && count > 0) scroll.current.scrollTop = scroll.current.scrollHeight;
  }, [count]);
  return (
    <Scroll ref={scroll} role="region" aria-label={words.ticket.conversation} tabIndex={0}>
      {count === 0 && <Quiet>{words.ticket.noComments}</Quiet>}
      <List>
        {comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} />
        ))}
      </List>
    </Scroll>
  );
}
