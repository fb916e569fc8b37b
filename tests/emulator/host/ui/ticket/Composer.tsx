import { type KeyboardEvent, useId } from 'react';
import styled from 'styled-components';
import type { CommentDraft, TicketTab } from '../../desk.ts';
import { useDesk } from '../DeskContext.tsx';
import { icons } from '../icons.ts';
import { color, focusRing } from '../look.ts';
import { SafeSvg } from '../SafeSvg.tsx';
import { words } from '../words.ts';
import { isClosed, isLightAgent, useSubmitStatus } from './editing.ts';
import { SubmitButton } from './SubmitButton.tsx';

const Box = styled.section<{ $isNote: boolean }>`
  margin: 0 16px 14px;
  border: 1px solid ${({ $isNote, theme }) => color($isNote ? 'border.warning' : 'border.default')({ theme })};
  border-radius: 8px;
  background: ${({ $isNote, theme }) => color($isNote ? 'background.warning' : 'background.raised')({ theme })};
  &:focus-within {
    border-color: ${color('border.primaryEmphasis')};
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 84px;
    max-height: 40vh;
    padding: 4px 12px 8px;
    border: 0;
    outline: 0;
    resize: vertical;
    background: transparent;
    color: ${color('foreground.default')};
  }
`;
const Kinds = styled.div`
  display: flex;
  gap: 4px;
  padding: 8px 8px 4px;
  label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 3px 8px;
    border-radius: 4px;
    color: ${color('foreground.default')};
    font-size: 12px;
    cursor: pointer;
  }
  input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  label:has(input:checked) {
    background: ${color('background.disabled')};
    font-weight: 600;
  }
  label:has(input:disabled) {
    color: ${color('foreground.disabled')};
    cursor: not-allowed;
  }
  label:has(input:focus-visible) {
    outline: 2px solid ${color('border.primaryEmphasis')};
  }
  ${focusRing}
`;
const Foot = styled.div`
  display: flex;
  align-items: center;
  justify-content: flex-end;
  gap: 12px;
  padding: 8px;
`;
const ClosedLine = styled.p`
  margin: 0 16px 14px;
  padding: 12px;
  border-radius: 8px;
  background: ${color('background.recessed')};
  color: ${color('foreground.subtle')};
`;

const kinds: { type: CommentDraft['type']; label: string; icon: string }[] = [
  { type: 'publicReply', label: words.ticket.publicReply, icon: icons.reply },
  { type: 'internalNote', label: words.ticket.note, icon: icons.note },
];

interface KindSwitchProps {
  type: CommentDraft['type'];
  mayReply: boolean;
  onType: (type: CommentDraft['type']) => void;
}

function KindSwitch({ type, mayReply, onType }: KindSwitchProps) {
  const name = useId();
  return (
    <Kinds role="radiogroup" aria-label={words.ticket.composer}>
      {kinds.map((kind) => (
        <label key={kind.type}>
          <input
            type="radio"
            name={name}
            checked={kind.type === type}
            disabled={kind.type === 'publicReply' && !mayReply}
            onChange={() => onType(kind.type)}
          />
          <SafeSvg markup={kind.icon} size={12} />
          {kind.label}
        </label>
      ))}
    </Kinds>
  );
}

/** Reply or note, and the submit button. Ctrl+Enter submits with the status shown. */
export function Composer({ tab }: { tab: TicketTab }) {
  if (isClosed(tab)) return <ClosedLine>{words.ticket.closed}</ClosedLine>;
  return <OpenComposer tab={tab} />;
}

function OpenComposer({ tab }: { tab: TicketTab }) {
  const desk = useDesk();
  const status = useSubmitStatus(tab);
  const shown = desk.shown(tab);
  const mayReply = !isLightAgent(desk.me());
  const type = mayReply ? tab.draft.type : 'internalNote';
  const requester = desk.user(shown.requester_id)?.name ?? words.user.title(shown.requester_id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (tab.state === 'ready' && !tab.isSaveDisabled) void desk.submit(tab.id, status);
  };
  return (
    <Box $isNote={type === 'internalNote'} aria-label={words.ticket.composer}>
      <KindSwitch type={type} mayReply={mayReply} onType={(next) => desk.draft(tab.id, { type: next })} />
      <textarea
        dir="auto"
        aria-label={type === 'publicReply' ? words.ticket.replyLabel(requester) : words.ticket.noteLabel}
        value={tab.draft.text}
        readOnly={tab.state === 'submitting'}
        onChange={(event) => desk.draft(tab.id, { text: event.target.value, type })}
        onKeyDown={onKeyDown}
      />
      <Foot>
        {tab.isSaveDisabled && <span role="status">{words.ticket.heldBack}</span>}
        <SubmitButton tab={tab} />
      </Foot>
    </Box>
  );
}
