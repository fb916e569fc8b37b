import { Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { Progress } from '@zendeskgarden/react-loaders';
import { useId, useRef, useState } from 'react';
import {
  type BackfillStatus,
  cancelBackfill,
  pauseBackfill,
  resumeBackfill,
  startBackfill,
} from '../../actions/syncStatus.ts';
import type { App } from '../../app.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { absolute, span } from '../formats.ts';
import { Line, Quiet, Stack, Title } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { useNow } from '../useNow.ts';
import { Broken } from './Broken.tsx';
import { isStalled } from './freshness.ts';

const dayMs = 86_400_000;
const choices = [30, 90, 365] as const;

type Act = 'start' | 'pause' | 'resume' | 'cancel';

interface Props {
  backfill: BackfillStatus | null;
  onChanged: () => void;
}

/** Scores from before the app: how far back, how far along, and the way to hold or end it. */
export function History({ backfill, onChanged }: Props) {
  const { t } = useApp();
  const block = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useHeldFocus(block, title);
  const use = useHistory(onChanged);
  const isAtWork = backfill?.state === 'running' || backfill?.state === 'paused';
  return (
    <Stack as="section" $gap={6} ref={block} aria-labelledby={titleId}>
      <Title id={titleId} ref={title} tabIndex={-1}>
        {t('sync.history')}
      </Title>
      {backfill && <State backfill={backfill} />}
      {use.failure && (
        <FailureNote kind={use.failure.kind} title={t('sync.history_failed')} onRetry={use.retry} />
      )}
      {isAtWork ? <Controls backfill={backfill} use={use} /> : <Start use={use} />}
    </Stack>
  );
}

/** The four verbs, one at a time. */
function useHistory(onChanged: () => void) {
  const app = useApp();
  const announce = useAnnounce();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const tried = useRef<() => void>(() => {});
  const run = async (act: Act, verb: (app: App) => Promise<void>) => {
    if (isBusy) return;
    tried.current = () => void run(act, verb);
    setBusy(true);
    setFailure(null);
    try {
      await verb(app);
      announce(app.t(`sync.done_${act}`));
    } catch (cause) {
      setFailure(asFailure(cause));
    }
    setBusy(false);
    onChanged();
  };
  return {
    isBusy,
    failure,
    retry: () => tried.current(),
    start: (days: number) => run('start', () => startBackfill(app, app.now() - days * dayMs)),
    pause: () => run('pause', pauseBackfill),
    resume: () => run('resume', resumeBackfill),
    cancel: () => run('cancel', cancelBackfill),
  };
}

type Use = ReturnType<typeof useHistory>;

function Start({ use }: { use: Use }) {
  const { t } = useApp();
  const name = useId();
  const [days, setDays] = useState<number>(90);
  return (
    <Stack $gap={8}>
      <Fieldset isCompact>
        <Fieldset.Legend>{t('sync.how_far')}</Fieldset.Legend>
        {choices.map((choice) => (
          <Field key={choice}>
            <Radio name={name} checked={days === choice} onChange={() => setDays(choice)}>
              <Label isRegular>{t('sync.days', { n: choice })}</Label>
            </Radio>
          </Field>
        ))}
      </Fieldset>
      <Quiet>{t('sync.history_why')}</Quiet>
      <Line>
        <Button size="small" isPrimary aria-disabled={use.isBusy} onClick={() => use.start(days)}>
          {t('sync.start')}
        </Button>
      </Line>
    </Stack>
  );
}

function Controls({ backfill, use }: { backfill: BackfillStatus; use: Use }) {
  const { t } = useApp();
  const waits = { size: 'small' as const, 'aria-disabled': use.isBusy };
  return (
    <Line>
      {backfill.state === 'running' ? (
        <Button {...waits} onClick={use.pause}>
          {t('sync.pause')}
        </Button>
      ) : (
        <Button {...waits} isPrimary onClick={use.resume}>
          {t('sync.resume')}
        </Button>
      )}
      <Button {...waits} isBasic onClick={use.cancel}>
        {t('sync.cancel')}
      </Button>
    </Line>
  );
}

/** How far along: in numbers, as a bar, and in time left. */
function State({ backfill }: { backfill: BackfillStatus }) {
  const app = useApp();
  const { t, locale, user } = app;
  const { state, isWaiting, done, total, progress, msLeft, failure, from, at } = backfill;
  const now = useNow();
  const hasStalled = isStalled(backfill, now);
  const since = absolute(from, locale, user.timeZone);
  const percent = Math.floor(progress * 100);
  const isAtWork = state === 'running' || state === 'paused';
  return (
    <Stack $gap={4}>
      <p>{isWaiting && !hasStalled ? t('sync.waiting') : t(`sync.state_${state}`, { since })}</p>
      {hasStalled && <p>{t('sync.stalled', { time: span(now - at, locale, true) })}</p>}
      {isAtWork && !isWaiting && (
        <>
          <Progress value={percent} aria-label={t('sync.history')} style={{ maxWidth: 360 }} />
          <Quiet>
            {total === null ? t('sync.read', { done }) : t('sync.read_of', { done, total })}
            {msLeft !== null && !hasStalled && (
              <> · {t('sync.left', { time: span(Math.max(msLeft, 60_000), locale, true) })}</>
            )}
          </Quiet>
        </>
      )}
      {!isAtWork && <Quiet>{t('sync.read', { done })}</Quiet>}
      {failure && <Quiet>{t('sync.history_stopped', { why: t(`failure.${failure.kind}`) })}</Quiet>}
      <Broken broken={backfill.broken} />
    </Stack>
  );
}
