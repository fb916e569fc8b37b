import { useId, useRef } from 'react';
import styled from 'styled-components';
import { CaseNews } from '../case/CaseNews.tsx';
import { Unlisted } from '../case/Unlisted.tsx';
import type { CaseUse } from '../case/useCase.ts';
import { Block, Unseen } from '../layout.ts';
import { narrow } from '../triage/layout.ts';
import { useApp } from '../useApp.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { CaseForm } from './CaseForm.tsx';
import type { FormProps } from './formProps.ts';
import { NextStep } from './NextStep.tsx';
import { WorkButtons } from './WorkButtons.tsx';

/** Always in sight at the end of the panel, as are the closing questions; any other form scrolls with the rest. */
const Foot = styled(Block)<{ $isHeld: boolean }>`
  position: ${({ $isHeld }) => ($isHeld ? 'sticky' : 'relative')};
  bottom: ${({ $isHeld }) => ($isHeld ? '0' : 'auto')};
  z-index: 1;
  background: var(--fl-bg);
  border-top: 1px solid var(--fl-line);
  border-bottom: 0;
  ${narrow} { position: static; }
`;

interface Props extends Omit<FormProps, 'current' | 'use'> {
  use: CaseUse;
  tags: readonly string[];
  organizationId: string | null;
  isRepeat: boolean;
  hasKeys: boolean;
}

/** What to do now: the proposed step and why, then the buttons, or the one form that is open in their place. */
export function WorkBlock(props: Props) {
  const { feedback, use, names, hasKeys } = props;
  const { t } = useApp();
  const titleId = useId();
  const block = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useHeldFocus(block, title);
  const current = feedback.case;
  const isSetAside = feedback.setAside !== null;
  const isOpen = current !== null && current.status !== 'closed' && !isSetAside;
  const isForm = current !== null && use.form !== null;
  return (
    <Foot aria-labelledby={titleId} ref={block} $isHeld={!isForm || use.form === 'voice'}>
      <Unseen as="h2" id={titleId} ref={title} tabIndex={-1}>
        {t('work.actions')}
      </Unseen>
      {isOpen && !isForm && <NextStep {...props} current={current} />}
      <CaseNews use={use} feedback={feedback} names={names} />
      {isForm ? (
        <CaseForm {...props} current={current} />
      ) : (
        <WorkButtons current={current} isSetAside={isSetAside} use={use} hasKeys={hasKeys} />
      )}
      <Unlisted isUnlisted={use.isUnlisted} />
    </Foot>
  );
}
