import { Button } from '@zendeskgarden/react-buttons';
import { type PropsWithChildren, type ReactNode, useId } from 'react';
import styled from 'styled-components';
import { Line, PlainButton, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';

const Name = styled(PlainButton)`
  flex: 1;
  min-width: 0;
  min-height: 36px;
  overflow-wrap: anywhere;
  &:hover { text-decoration: underline; }
  &[aria-current='true'] { font-weight: 600; }
`;

const Frame = styled(Stack)`
  padding: 4px 0;
  border-bottom: 1px solid var(--fl-line);
  &:last-child { border-bottom: 0; }
`;

interface Props {
  name: string;
  /** Whose it is, and who sees it. */
  note: ReactNode;
  isCurrent?: boolean;
  isOpen: boolean;
  onChoose: () => void;
  /** Shows or hides what can be done with it. */
  onToggle: () => void;
}

/** One saved thing: its name opens it, and what can be done with it folds out below. */
export function Item({
  name,
  note,
  isCurrent,
  isOpen,
  onChoose,
  onToggle,
  children,
}: PropsWithChildren<Props>) {
  const { t } = useApp();
  const id = useId();
  return (
    <Frame as="li" $gap={2}>
      <Line style={{ flexWrap: 'nowrap' }}>
        <Name type="button" dir="auto" aria-current={isCurrent} onClick={onChoose}>
          {name}
        </Name>
        <Button
          size="small"
          isBasic
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={t('saved.change_named', { name })}
          onClick={onToggle}
        >
          {t('saved.change')}
        </Button>
      </Line>
      {note && <Quiet as="div">{note}</Quiet>}
      <div id={id}>{isOpen && children}</div>
    </Frame>
  );
}
