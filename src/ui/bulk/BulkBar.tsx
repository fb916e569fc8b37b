/** Below the list, over it: what can be done to the ticked rows, and what became of them. */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import styled from 'styled-components';
import { Title } from '../layout.ts';
import { narrow } from '../triage/layout.ts';
import type { Cases } from '../triage/useCases.ts';
import { useApp } from '../useApp.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { AssignForm } from './AssignForm.tsx';
import { Choices, type FormName } from './Choices.tsx';
import { CloseForm } from './CloseForm.tsx';
import { Progress } from './Progress.tsx';
import { Results } from './Results.tsx';
import { useBulk } from './useBulk.ts';
import type { Ticks } from './useTicks.ts';

const Over = styled.section`
  position: absolute;
  inset-inline: 0;
  bottom: 0;
  z-index: 2;
  display: flex;
  flex-direction: column;
  gap: 8px;
  max-height: 70%;
  overflow-y: auto;
  padding: 10px 20px;
  border-top: 1px solid var(--fl-strong);
  background: var(--fl-bg);
  box-shadow: 0 -4px 12px rgb(0 0 0 / 12%);
  ${narrow} {
    padding: 10px 14px;
    button[data-garden-id], label { min-height: 40px; }
    input:not([type='radio']), textarea { min-height: 44px !important; font-size: 16px; }
  }
`;

interface Props {
  cases: Pick<Cases, 'known' | 'rows' | 'names' | 'hasMore' | 'onFeedbacks'>;
  ticks: Ticks;
  /** Single keys mean the list and not a case beside it. */
  hasKeys: boolean;
  onLeave: () => void;
}

export function BulkBar({ cases, ticks, hasKeys, onLeave }: Props) {
  const { t } = useApp();
  const bulk = useBulk(cases);
  const [form, setForm] = useState<FormName | null>(null);
  const titleId = useId();
  const block = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useHeldFocus(block, title);
  const count = ticks.rows.length;
  if (!bulk.job && count === 0) return null;

  const start: typeof bulk.start = (act, rows) => {
    setForm(null);
    ticks.clear();
    bulk.start(act, rows);
    title.current?.focus();
  };
  const leave = () => {
    setForm(null);
    ticks.clear();
    bulk.dismiss();
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (form) setForm(null);
    else if (!bulk.job) leave();
  };
  const shared = { rows: ticks.rows, start, onCancel: () => setForm(null) };
  return (
    <Over ref={block} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <Title id={titleId} ref={title} tabIndex={-1}>
        {t('bulk.title')}
      </Title>
      {bulk.job && (bulk.isRunning || bulk.isPaused) && (
        <Progress bulk={bulk} job={bulk.job} onLeave={leave} />
      )}
      {bulk.job && !bulk.isRunning && !bulk.isPaused && (
        <Results bulk={bulk} job={bulk.job} cases={cases} hasKeys={hasKeys} onLeave={leave} />
      )}
      {!bulk.isRunning && !bulk.isPaused && count > 0 && !form && (
        <Choices cases={cases} ticks={ticks} start={start} onForm={setForm} onLeave={leave} />
      )}
      {count > 0 && (form === 'hand_on' || form === 'give_back') && <AssignForm {...shared} form={form} />}
      {count > 0 && form === 'close' && <CloseForm {...shared} />}
    </Over>
  );
}
