import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import styled from 'styled-components';
import { readTicketAccess } from '../../actions/readTicketAccess.ts';
import type { SyncStatus } from '../../actions/syncStatus.ts';
import { asFailure } from '../../care/failure.ts';
import { PlainButton, Quiet } from '../layout.ts';
import { lazyPart, preload } from '../lazyPart.ts';
import { Part } from '../Part.tsx';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { freshnessText, isStale, isStalled } from './freshness.ts';
import { type Reconciling, useReconcile } from './useReconcile.ts';
import { useSyncStatus } from './useSyncStatus.ts';

const importPanel = () => import('./SyncPanel.tsx');
const SyncPanel = lazyPart(async () => (await importPanel()).SyncPanel);

/** One line however long: pressed, it says the rest. */
const Button = styled(PlainButton)`
  display: block;
  max-width: 100%;
  min-height: 28px;
  padding: 4px 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  color: var(--fl-quiet);
  font-size: 13px;
  line-height: 20px;
  &:focus-visible { outline-offset: -2px; }
`;

/** How old the scores are and who keeps them, opening to what can be done about it. */
export function SyncBar({ onFound }: { onFound: () => void }) {
  const app = useApp();
  const { t } = app;
  const now = useNow();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { data: status, error, refetch } = useSyncStatus();
  const reconciling = useReconcile(status, onFound);
  const { data: access = 'all' } = useQuery({ queryKey: ['access'], queryFn: () => readTicketAccess(app) });
  const announce = useAnnounce();
  const found = reconciling.last?.found ?? 0;
  useEffect(() => preload(importPanel), []);
  useEffect(() => {
    if (found > 0) announce(t('sync.found', { count: found }));
  }, [announce, found, t]);

  if (error && !status)
    return <Quiet>{t('sync.failed', { why: t(`failure.${asFailure(error).kind}`) })}</Quiet>;
  if (!status) return null;
  const said = [freshnessText(app, status, now), ...asides(app.t, status, reconciling, now)];
  if (access !== 'all') said.push(t(`sync.access_${access}`));
  return (
    <>
      <Button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {said.join(' · ')} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
      </Button>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <Part>
            <SyncPanel
              status={status}
              reconciling={reconciling}
              access={access}
              onChanged={() => void refetch()}
            />
          </Part>
        )}
      </div>
    </>
  );
}

/** What else is worth a glance: history being read, what was found, what could not be looked at. */
function asides(
  t: ReturnType<typeof useApp>['t'],
  status: SyncStatus,
  { last, failure }: Reconciling,
  now: number,
): string[] {
  const { failure: lastTry, backfill } = status;
  const said = [];
  if (lastTry) said.push(t('sync.try_failed'));
  if (backfill && isStalled(backfill, now)) said.push(t('sync.history_stalled'));
  else if (backfill?.state === 'running')
    said.push(t('sync.history_running', { percent: Math.floor(backfill.progress * 100) }));
  if (backfill?.state === 'paused') said.push(t('sync.history_paused'));
  if (last && last.found > 0) said.push(t('sync.found', { count: last.found }));
  if (failure && isStale(status, now)) said.push(t('sync.look_failed'));
  return said;
}
