/** Sheets for 1:1s: everybody's own, and for leads those of the agents they lead. */
import { useMemo, useState } from 'react';
import { reachOf } from '../../care/coaching/reach.ts';
import { periodOfSpan, type Span } from '../../care/coaching/span.ts';
import { Quiet, Stack } from '../layout.ts';
import type { PageProps } from '../pages.ts';
import { Sheet } from '../Sheet.tsx';
import { useApp } from '../useApp.ts';
import { AgentSheet } from './AgentSheet.tsx';
import { LeadSheets } from './LeadSheets.tsx';
import { SpanChoice } from './SpanChoice.tsx';

export function CoachingScreen({ onPage }: PageProps) {
  const { t, user, configuration, now } = useApp();
  const [span, setSpan] = useState<Span>('90');
  // The day does not change under one's hands.
  const [opened] = useState(now);
  const reach = useMemo(() => reachOf(user, configuration), [user, configuration]);
  const zone = user.timeZone ?? 'UTC';
  const period = useMemo(() => periodOfSpan(span, opened, zone), [span, opened, zone]);
  if (configuration.hidesAgents)
    return (
      <Sheet page="coaching" title={t('page.coaching')} onPage={onPage}>
        <Stack $gap={4}>
          <p>{t('coaching.hidden')}</p>
          <Quiet>{t(user.isAdmin ? 'coaching.hidden_admin' : 'coaching.hidden_why')}</Quiet>
        </Stack>
      </Sheet>
    );
  return (
    <Sheet page="coaching" title={t('page.coaching')} onPage={onPage}>
      <SpanChoice span={span} onSpan={setSpan} />
      {reach ? (
        <LeadSheets key={span} reach={reach} span={span} period={period} />
      ) : (
        <AgentSheet key={span} agentId={user.id} name={null} span={span} period={period} lead={null} />
      )}
    </Sheet>
  );
}
