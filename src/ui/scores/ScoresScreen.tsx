/** Who was asked, who answered and what they said: by month of sending and by group. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Label } from '@zendeskgarden/react-forms';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useState } from 'react';
import { readScores, type Scores } from '../../actions/readScores.ts';
import { asFailure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Aged, Quiet, Stack, Title, Unseen } from '../layout.ts';
import type { PageProps } from '../pages.ts';
import { Sheet } from '../Sheet.tsx';
import { useApp } from '../useApp.ts';
import { Month } from './Month.tsx';

/** Months shown, this one included. */
const months = 6;

export function ScoresScreen({ onPage }: PageProps) {
  const app = useApp();
  const { t } = app;
  const [hasSuspected, setSuspected] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['scores'],
    queryFn: () => readScores(app, months),
    refetchOnMount: 'always',
  });
  const failure = error ? asFailure(error) : null;
  return (
    <Sheet
      page="scores"
      title={t('coverage.title')}
      onPage={onPage}
      aside={
        <Button size="small" isBasic onClick={() => void refetch()} aria-disabled={isFetching}>
          {t('triage.refresh')}
        </Button>
      }
    >
      {failure && (
        <FailureNote kind={failure.kind} title={t('coverage.failed')} onRetry={() => void refetch()} />
      )}
      {!data && !failure && <Waiting />}
      {data && data.months.length === 0 && <Nothing />}
      {data && data.months.length > 0 && (
        <>
          <Field>
            <Checkbox checked={hasSuspected} onChange={(event) => setSuspected(event.target.checked)}>
              <Label isRegular>{t('coverage.with_suspected')}</Label>
            </Checkbox>
          </Field>
          <Aged $isOld={failure !== null}>
            <Months scores={data} hasSuspected={hasSuspected} />
          </Aged>
          <Definitions />
        </>
      )}
    </Sheet>
  );
}

function Months({ scores, hasSuspected }: { scores: Scores; hasSuspected: boolean }) {
  const { t } = useApp();
  return (
    <Stack $gap={24}>
      {scores.partial && (
        <Quiet>{t('coverage.no_names', { why: t(`failure.${scores.partial.kind}`) })}</Quiet>
      )}
      {scores.broken > 0 && <Quiet>{t('coverage.broken', { count: scores.broken })}</Quiet>}
      {scores.months.map((month) => (
        <Month key={month.month} month={month} scores={scores} hasSuspected={hasSuspected} />
      ))}
    </Stack>
  );
}

function Waiting() {
  const { t } = useApp();
  return (
    <Stack $gap={12} aria-busy="true">
      <Unseen as="p">{t('coverage.loading')}</Unseen>
      <Skeleton height="24px" width="200px" />
      <Skeleton height="120px" />
      <Skeleton height="120px" />
    </Stack>
  );
}

function Nothing() {
  const { t, user } = useApp();
  return (
    <Stack $gap={4}>
      <Title>{t('coverage.empty')}</Title>
      <Quiet>{t(user.isAdmin ? 'coverage.empty_admin' : 'coverage.empty_why')}</Quiet>
    </Stack>
  );
}

/** What each figure counts, one press away. */
function Definitions() {
  const { t } = useApp();
  const said = ['cohort', 'csat', 'ces', 'response', 'left_out', 'credit'] as const;
  return (
    <details>
      <summary style={{ cursor: 'pointer' }}>{t('coverage.definitions')}</summary>
      <Stack as="ul" $gap={4} style={{ marginTop: 8 }}>
        {said.map((name) => (
          <Quiet as="li" key={name}>
            {t(`coverage.means_${name}`)}
          </Quiet>
        ))}
      </Stack>
    </details>
  );
}
