/** Promises first, then what weighs most, then what nobody has taken up. */
import { useEffect, useRef } from 'react';
import type { StoredIssue } from '../../care/issues/issue.ts';
import type { Pack } from '../../care/issues/pack.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Aged, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { usePeople } from '../usePeople.ts';
import { Behind } from './Behind.tsx';
import { Heading, Section } from './layout.ts';
import { Others } from './Others.tsx';
import { PromiseList } from './PromiseList.tsx';
import { Ranked } from './Ranked.tsx';
import { Unclaimed } from './Unclaimed.tsx';
import { useBehind } from './useBehind.ts';
import { useMaking } from './useMaking.ts';
import type { Month } from './useMonth.ts';
import type { MonthData } from './useMonthData.ts';
import { usePack } from './usePack.ts';
import type { Register } from './useRegister.ts';
import type { Watches } from './useWatches.ts';
import { Waiting } from './Waiting.tsx';

interface Props {
  month: Month;
  data: MonthData;
  register: Register;
  watching: Watches;
  /** The issue somebody comes back from. */
  from: string | null;
  onOpen: (id: string) => void;
  onQueue: () => void;
}

export function IssueList({ month, data, register, watching, from, onOpen, onQueue }: Props) {
  const { t } = useApp();
  const box = useRef<HTMLDivElement>(null);
  const behind = useBehind();
  const issues = register.issues ?? [];
  const names = usePeople(issues.map(({ ownerId }) => ownerId));
  const making = useMaking(register, onOpen);
  const use = usePack(month, data, register.issues, watching.watches);
  const { pack } = use;
  useFocusBack(box, from, pack !== null);
  return (
    <Stack ref={box} $gap={18}>
      {register.failure && (
        <FailureNote
          kind={register.failure.kind}
          title={t(register.issues ? 'issues.register_failed_old' : 'issues.register_failed')}
          onRetry={register.reload}
        />
      )}
      {use.failure && <FailureNote kind={use.failure.kind} title={t('issues.failed')} onRetry={use.reload} />}
      {watching.failure && (
        <FailureNote
          kind={watching.failure.kind}
          title={t('issues.watch_failed')}
          onRetry={watching.reload}
        />
      )}
      {making.failure && (
        <FailureNote kind={making.failure.kind} title={t('issues.make_failed')} onRetry={making.retry} />
      )}
      <Behind use={behind} />
      {!pack && !use.failure && !data.failure && !register.failure && <Waiting />}
      {register.broken > 0 && <Quiet>{t('issues.register_broken', { count: register.broken })}</Quiet>}
      {register.isCut && <Quiet>{t('issues.register_cut')}</Quiet>}
      {pack && (
        <Aged $isOld={data.failure !== null}>
          <Stack $gap={18}>
            <PromiseList promises={pack.promises} {...{ names, month, onOpen }} />
            {![...pack.ranked, ...pack.few].some(({ issue }) => issue) ? (
              <NothingYet hasFeedback={pack.volume > 0} />
            ) : (
              <Ranked {...{ pack, names, month, data, onOpen }} onBehind={behind.show} />
            )}
            {data.impact.data && (
              <Unclaimed
                impact={data.impact.data}
                {...{ issues, data, making, onQueue }}
                onBehind={behind.show}
              />
            )}
          </Stack>
        </Aged>
      )}
      {register.issues && (
        <Others issues={othersOf(issues, pack)} names={names} making={making} onOpen={onOpen} />
      )}
    </Stack>
  );
}

/** Once the list is there, the row somebody came back from has the focus. */
function useFocusBack(box: React.RefObject<HTMLElement>, from: string | null, isThere: boolean): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (from === null || !isThere || isDone.current) return;
    isDone.current = true;
    box.current?.querySelector<HTMLElement>(`[data-issue="${from}"]`)?.focus();
  }, [box, from, isThere]);
}

/** Issues the month has nothing about and nobody promised anything of. */
function othersOf(issues: readonly StoredIssue[], pack: Pack | null): StoredIssue[] {
  const shown = [...(pack?.ranked ?? []), ...(pack?.few ?? []), ...(pack?.promises ?? [])];
  return issues.filter(({ id }) => !shown.some(({ issue }) => issue?.id === id));
}

function NothingYet({ hasFeedback }: { hasFeedback: boolean }) {
  const { t } = useApp();
  return (
    <Section $gap={4}>
      <Heading>{t(hasFeedback ? 'issues.empty' : 'issues.empty_month')}</Heading>
      <Quiet>{t(hasFeedback ? 'issues.empty_how' : 'issues.empty_month_how')}</Quiet>
    </Section>
  );
}
