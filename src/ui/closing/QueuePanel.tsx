import { Button } from '@zendeskgarden/react-buttons';
import { type ComponentProps, useState } from 'react';
import styled, { css, keyframes } from 'styled-components';
import type { CaseRow } from '../../actions/listCases.ts';
import { CasePanel } from '../triage/CasePanel.tsx';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { ClosedContext } from './useClosed.ts';
import { useNextCase } from './useNextCase.ts';

const slideIn = keyframes`
  from { opacity: 0; transform: translateX(32px); }
`;

/** Is no box of its own. Who asked the system for less motion sees none: see `GlobalStyle`. */
const Slide = styled.div<{ $isMoving: boolean }>`
  display: contents;
  ${({ $isMoving }) => $isMoving && css`& > aside { animation: ${slideIn} 180ms ease-out; }`}
`;

type Props = Omit<ComponentProps<typeof CasePanel>, 'back'> & {
  /** Name of the view, and its rows as they are shown. */
  view: string;
  rows: readonly CaseRow[];
  onNext: (row: CaseRow) => void;
  onBack: (key: string) => void;
};

/** Views that cases come to by being closed, or stay in. */
const archives = ['closed', 'set_aside'];

/** The panel as part of a queue: once a case is closed the next one slides in, with a way back. */
export function QueuePanel({ view, rows, onNext, onBack, ...panel }: Props) {
  const { t } = useApp();
  const announce = useAnnounce();
  const { key } = panel.row.feedback;
  const [slid, setSlid] = useState<{ from: string; to: string } | null>(null);
  const finish = useNextCase(rows, key, (next) => {
    if (!next) {
      announce(t('closing.last'));
      return panel.onClose();
    }
    setSlid({ from: key, to: next.feedback.key });
    onNext(next);
  });
  const hasSlid = slid?.to === key;
  const back = hasSlid && (
    <div>
      <Button size="small" isLink onClick={() => onBack(slid.from)}>
        {t('closing.back')}
      </Button>
    </div>
  );
  return (
    <ClosedContext.Provider value={archives.includes(view) ? null : finish}>
      <Slide $isMoving={hasSlid} key={key}>
        <CasePanel {...panel} back={back} />
      </Slide>
    </ClosedContext.Provider>
  );
}
