/** One agent's sheet for a 1:1: praise first, then figures, themes and what is agreed. Made to be printed, too. */
import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { Counter } from '../../actions/counter.ts';
import type { Team } from '../../care/coaching/roster.ts';
import type { Span } from '../../care/coaching/span.ts';
import type { Period } from '../../care/insights/question.ts';
import { FailureNote } from '../FailureNote.tsx';
import { clockTime } from '../formats.ts';
import { TicketList } from '../insights/TicketList.tsx';
import { Aged, Line, Quiet, Stack, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Agreed } from './Agreed.tsx';
import { EffortPart } from './EffortPart.tsx';
import { Figures } from './Figures.tsx';
import { Objections } from './Objections.tsx';
import { Praise } from './Praise.tsx';
import { daysText } from './sheetText.ts';
import { Themes } from './Themes.tsx';
import { Unnamed } from './Unnamed.tsx';
import { useSheet } from './useSheet.ts';

const Name = styled.h2`
  && { font-size: 18px; line-height: 24px; font-weight: 600; }
`;

/** On a phone whatever can be pressed has room for a thumb. */
const Whole = styled(Stack)`
  @media (max-width: 600px) { button, input, textarea { min-height: 40px; } }
`;

export interface Behind {
  title: string;
  keys: readonly string[];
}

interface Props {
  agentId: string;
  /** `null` for one's own. */
  name: string | null;
  span: Span;
  period: Period;
  /** What a lead has counted of the teams; `null` for agents. */
  lead: { counter: Counter | null; teams: Readonly<Record<string, Team>> | null } | null;
}

export function AgentSheet({ agentId, name, span, period, lead }: Props) {
  const app = useApp();
  const { t, locale, user } = app;
  const use = useSheet(agentId, span, period, lead ? lead.teams : 'told');
  const { data, sheet, compared, failure } = use;
  const [behind, setBehind] = useState<Behind | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const isLead = lead !== null;
  useEffect(() => {
    if (isLead) title.current?.focus();
  }, [isLead]);
  return (
    <Whole $gap={20} as="section" aria-labelledby="sheet-of">
      <Stack $gap={4}>
        <Line style={{ justifyContent: 'space-between' }}>
          <Name id="sheet-of" ref={title} tabIndex={-1}>
            {name === null ? t('coaching.own') : t('coaching.sheet_of', { name })}
          </Name>
          <Line className="no-print">
            <Button size="small" isBasic aria-disabled={use.isReading} onClick={use.reload}>
              {t('triage.refresh')}
            </Button>
            <Button size="small" isBasic onClick={() => window.print()}>
              {t('coaching.print')}
            </Button>
          </Line>
        </Line>
        <Quiet>
          {daysText(app, period)}
          {data &&
            ` · ${t('coaching.as_of', { time: clockTime(data.asOf, data.asOf, locale, user.timeZone) })}`}
        </Quiet>
      </Stack>
      {failure && <FailureNote kind={failure.kind} title={t('coaching.failed')} onRetry={use.reload} />}
      {!data && !failure && <Waiting />}
      {data && sheet && (
        <Aged $isOld={failure !== null}>
          <Stack $gap={20}>
            {data.isCut && <Quiet>{t('coaching.cut')}</Quiet>}
            {data.broken > 0 && <Quiet>{t('coaching.broken', { count: data.broken })}</Quiet>}
            {lead && <Unnamed {...{ agentId, period, data }} counter={lead.counter} onNamed={use.reload} />}
            {data.rows.length + data.moved.length === 0 ? (
              <Nothing isOwn={name === null} />
            ) : (
              <>
                <Praise sheet={sheet} data={data} onBehind={setBehind} />
                <Figures
                  sheet={sheet}
                  compared={compared}
                  isTold={!isLead}
                  failure={use.teamFailure}
                  onRetry={use.reload}
                />
                <Themes sheet={sheet} onBehind={setBehind} />
                <EffortPart {...{ agentId, span, period, data, compared }} counter={lead?.counter ?? null} />
                <Objections sheet={sheet} onBehind={setBehind} />
              </>
            )}
          </Stack>
        </Aged>
      )}
      <Agreed
        agentId={agentId}
        groupIds={use.groupIds}
        isOwn={name === null}
        isLead={isLead}
        hasGroups={data !== null}
      />
      {behind && <TicketList title={behind.title} keys={behind.keys} onClose={() => setBehind(null)} />}
    </Whole>
  );
}

function Nothing({ isOwn }: { isOwn: boolean }) {
  const { t } = useApp();
  return (
    <Stack $gap={4}>
      <Title>{t(isOwn ? 'coaching.nothing_own' : 'coaching.nothing')}</Title>
      <Quiet>{t('coaching.nothing_why')}</Quiet>
    </Stack>
  );
}

function Waiting() {
  const { t } = useApp();
  return (
    <Stack $gap={10} aria-busy="true">
      <Quiet>{t('coaching.loading')}</Quiet>
      <Skeleton height="60px" />
      <Skeleton height="60px" />
    </Stack>
  );
}
