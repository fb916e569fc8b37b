/** Before anything is switched on: what the workflows would have done in the last weeks. Reads, and writes nothing. */
import { Button } from '@zendeskgarden/react-buttons';
import { Progress } from '@zendeskgarden/react-loaders';
import { Title } from '@zendeskgarden/react-notifications';
import { useMemo, useRef } from 'react';
import { type Estimate, mostTickets } from '../../../actions/rehearse.ts';
import { configurationOf } from '../../../care/configurationDraft.ts';
import { FailureNote } from '../../FailureNote.tsx';
import { Line, Quiet, Stack } from '../../layout.ts';
import { Note } from '../../note.ts';
import { useApp } from '../../useApp.ts';
import { useHeldFocus } from '../../useHeldFocus.ts';
import { Group, GroupName } from '../layout.ts';
import type { Settings } from '../useSettings.ts';
import { Result } from './Result.tsx';
import { type RehearsalUse, useRehearsal } from './useRehearsal.ts';

export function Rehearsal({ settings: { draft, basis } }: { settings: Settings }) {
  const { t } = useApp();
  const typed = useMemo(() => configurationOf(draft, basis), [draft, basis]);
  const configuration = typed ?? basis;
  const use = useRehearsal(configuration);
  const block = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useHeldFocus(block, title);
  return (
    <Stack $gap={20} as="section" ref={block}>
      <Stack $gap={4}>
        <p>{t('rehearsal.intro')}</p>
        <Quiet>{t('rehearsal.follows')}</Quiet>
        {!typed && <Quiet>{t('rehearsal.mistakes')}</Quiet>}
      </Stack>
      <Group $gap={12}>
        <GroupName ref={title} tabIndex={-1}>
          {t(use.read && !use.isReading ? 'rehearsal.result' : 'rehearsal.before')}
        </GroupName>
        {use.read && !use.isReading && <Result read={use.read} configuration={configuration} />}
        <Begin use={use} />
      </Group>
    </Stack>
  );
}

/** What it takes, how far it is, and what went wrong. */
function Begin({ use }: { use: RehearsalUse }) {
  const { t } = useApp();
  const { estimate, estimateFailure, readFailure } = use;
  if (estimateFailure) {
    return (
      <FailureNote
        kind={estimateFailure.kind}
        title={t('rehearsal.estimate_failed')}
        onRetry={use.onEstimate}
      />
    );
  }
  if (!estimate) return <Quiet role="status">{t('rehearsal.estimating')}</Quiet>;
  if (use.isReading) return <Reading use={use} estimate={estimate} />;
  return (
    <Stack $gap={8}>
      {readFailure && (
        <FailureNote kind={readFailure.kind} title={t('rehearsal.failed')} onRetry={use.onStart} />
      )}
      {use.isStale && (
        <Note type="warning" role="note">
          <Title>{t('rehearsal.stale')}</Title>
          <div>{t('rehearsal.stale_why')}</div>
        </Note>
      )}
      {!use.read && <Takes estimate={estimate} />}
      {(estimate.tickets > 0 || use.read) && (
        <Line>
          <Button size="small" isPrimary={!use.read || use.isStale} onClick={use.onStart}>
            {t(use.read ? 'rehearsal.again' : 'rehearsal.start')}
          </Button>
        </Line>
      )}
    </Stack>
  );
}

function Takes({ estimate: { tickets, days, calls, minutes } }: { estimate: Estimate }) {
  const { t } = useApp();
  if (tickets === 0) {
    return (
      <>
        <p>{t('rehearsal.empty', { count: days })}</p>
        <Quiet>{t('rehearsal.empty_why')}</Quiet>
      </>
    );
  }
  return (
    <>
      <p>
        {t('rehearsal.takes', { count: tickets, days })}{' '}
        {t('rehearsal.takes_calls', { count: minutes, calls })}
      </p>
      {days < 30 && <Quiet>{t('rehearsal.shortened', { count: days, most: mostTickets })}</Quiet>}
    </>
  );
}

function Reading({ use, estimate: { tickets } }: { use: RehearsalUse; estimate: Estimate }) {
  const { t } = useApp();
  const percent = Math.min(99, Math.floor((use.looked / Math.max(1, tickets)) * 100));
  return (
    <Stack $gap={6}>
      <Progress value={percent} aria-label={t('rehearsal.reading')} style={{ maxWidth: 360 }} />
      <Quiet>{t('rehearsal.progress', { count: use.looked, tickets })}</Quiet>
      <Line>
        <Button size="small" aria-disabled={use.isStopping} onClick={use.onStop}>
          {t(use.isStopping ? 'rehearsal.stopping' : 'rehearsal.stop')}
        </Button>
      </Line>
    </Stack>
  );
}
