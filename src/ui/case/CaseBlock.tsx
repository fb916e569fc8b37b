import { type ReactNode, useEffect, useId, useRef } from 'react';
import styled from 'styled-components';
import type { Subject } from '../../actions/publish.ts';
import type { Written } from '../../actions/record.ts';
import { type Feedback, ratedAt } from '../../care/feedback.ts';
import { Block, Quiet } from '../layout.ts';
import { lazyPart, preload } from '../lazyPart.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { useQuiet } from '../useQuiet.ts';
import { CaseButtons } from './CaseButtons.tsx';
import { CaseNews } from './CaseNews.tsx';
import { CaseState, CaseTitle } from './CaseState.tsx';
import { Unlisted } from './Unlisted.tsx';
import { loadVerbs, useCase } from './useCase.ts';

const importForm = () => import('../work/CaseForm.tsx');
const CaseForm = lazyPart(async () => (await importForm()).CaseForm);
const ClosedCase = lazyPart(async () => (await import('../closing/ClosedCase.tsx')).ClosedCase);
const importStep = () => import('../work/NextStep.tsx');
const NextStep = lazyPart(async () => (await importStep()).NextStep);
const importBrief = () => import('../work/Brief.tsx');
const Brief = lazyPart(async () => (await importBrief()).Brief);

/** Where the next step will stand: nothing moves when it comes. */
const Place = styled.div`
  min-height: 58px;
`;

export interface CaseBlockProps {
  feedback: Feedback;
  subject: Subject;
  names: Record<string, string>;
  onWritten: (written: Written) => void;
  /** Of the ticket, where they make a customer go first. */
  tags: readonly string[];
  organizationId: string | null;
  /** Beside the case's own buttons: where else it can be worked on. */
  aside?: ReactNode;
}

/** The case in short: where it stands, who has it, what to do next; everything else comes when it is asked for. */
export function CaseBlock({ aside, ...record }: CaseBlockProps) {
  const { feedback, subject, names, onWritten } = record;
  const { t, configuration } = useApp();
  const titleId = useId();
  const block = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const use = useCase(feedback, subject, onWritten);
  const isQuiet = useQuiet();
  useHeldFocus(block, title);
  useEffect(() => preload(importForm, importStep, importBrief, ...loadVerbs), []);
  const current = feedback.case;
  const isHistory = isBefore(ratedAt(feedback), configuration.casesSince);
  const isOpen = current !== null && current.status !== 'closed' && feedback.setAside === null;
  return (
    <Block aria-labelledby={titleId} ref={block}>
      <CaseTitle id={titleId} title={title} current={current} />
      {current ? (
        <CaseState feedback={feedback} current={current} names={names} />
      ) : (
        <Quiet>{t(isHistory ? 'case.none_history' : 'case.none')}</Quiet>
      )}
      {isOpen && (
        <Place>
          {isQuiet && (
            <Part>
              <NextStep {...record} current={current} use={use} isRepeat={false} />
            </Part>
          )}
        </Place>
      )}
      <CaseNews use={use} feedback={feedback} names={names} />
      {current && use.form ? (
        <Part>
          <CaseForm {...record} current={current} use={use} />
        </Part>
      ) : (
        <CaseButtons current={current} isSetAside={feedback.setAside !== null} use={use} aside={aside} />
      )}
      {current?.status === 'closed' && !use.form && (
        <div style={{ minHeight: 36 }}>
          <Part>
            <ClosedCase feedback={feedback} use={use} />
          </Part>
        </div>
      )}
      {isOpen && isQuiet && (
        <Part>
          <Brief {...record} current={current} use={use} />
        </Part>
      )}
      <Unlisted isUnlisted={use.isUnlisted} />
    </Block>
  );
}

const isBefore = (at: number | null, since: number | null) => at !== null && since !== null && at < since;
