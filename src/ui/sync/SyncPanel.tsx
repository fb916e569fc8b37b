import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import type { TicketAccess } from '../../actions/readTicketAccess.ts';
import type { SyncStatus } from '../../actions/syncStatus.ts';
import { syncNow } from '../../actions/syncStatus.ts';
import { clockTime } from '../formats.ts';
import { Line, Quiet, Stack, Title } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { Broken } from './Broken.tsx';
import { freshnessText, isStale, wayToChange } from './freshness.ts';
import { History } from './History.tsx';
import { MirrorLine } from './MirrorLine.tsx';
import type { Reconciling } from './useReconcile.ts';

const Box = styled(Stack)`
  margin: 4px 0 8px;
  padding: 12px 14px;
  max-width: 720px;
  max-height: 60vh;
  overflow-y: auto;
  border: 1px solid var(--fl-line);
  border-radius: 4px;
`;

interface Props {
  status: SyncStatus;
  reconciling: Reconciling;
  access: TicketAccess;
  onChanged: () => void;
}

/** What keeps the scores up to date and what to do about it; for admins with history and its progress. */
export function SyncPanel({ status, reconciling, access, onChanged }: Props) {
  const app = useApp();
  const { t, user } = app;
  const now = useNow();
  const { increment, failure } = status;
  return (
    <Box $gap={12}>
      <Stack $gap={4}>
        <Title>{t('sync.title')}</Title>
        <p>{freshnessText(app, status, now)}</p>
        <Quiet>{wayToChange(app, increment, isStale(status, now))}</Quiet>
        {failure && <Quiet>{t('sync.try_failed_why', { why: t(`failure.${failure.kind}`) })}</Quiet>}
        {!user.isAdmin && <Found reconciling={reconciling} />}
        {access !== 'all' && <Quiet>{t(`sync.access_${access}_why`)}</Quiet>}
        <Broken broken={increment?.broken ?? []} />
        <MirrorLine />
        {user.isAdmin && <SyncNow onAsked={onChanged} />}
      </Stack>
      {user.isAdmin && <History backfill={status.backfill} onChanged={onChanged} />}
    </Box>
  );
}

function SyncNow({ onAsked }: { onAsked: () => void }) {
  const app = useApp();
  const announce = useAnnounce();
  const onClick = async () => {
    await syncNow(app);
    announce(app.t('sync.asked'));
    onAsked();
  };
  return (
    <Line>
      <Button size="small" onClick={onClick}>
        {app.t('sync.now')}
      </Button>
    </Line>
  );
}

/** What looking for bad ratings from here came to. */
const day = 86_400_000;

function Found({ reconciling: { last, failure } }: { reconciling: Reconciling }) {
  const { t, locale, user } = useApp();
  const now = useNow();
  return (
    <>
      {last && (
        <Quiet>
          {t('sync.looked', { time: clockTime(last.asOf, now, locale, user.timeZone) })}{' '}
          {last.found > 0 ? t('sync.found', { count: last.found }) : t('sync.found_none')}{' '}
          {t('sync.looked_back', { count: Math.round((last.asOf - last.since) / day) })}
        </Quiet>
      )}
      {failure && <Quiet>{t('sync.look_failed_why', { why: t(`failure.${failure.kind}`) })}</Quiet>}
    </>
  );
}
