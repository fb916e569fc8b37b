/** Who was asked, who answered and what they said: by month of sending and by group. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Label } from '@zendeskgarden/react-forms';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import { readScores, type Scores } from '../../actions/readScores.ts';
import { asFailure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Aged, Line, Quiet, Stack, Title, Unseen } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Month } from './Month.tsx';

const Sheet = styled(Stack)`
  flex: 1;
  width: min(1080px, 100%);
  margin: 0 auto;
  padding: 16px 20px 32px;
  overflow-y: auto;
  @media (max-width: 600px) { padding: 12px 14px 24px; button[data-garden-id] { min-height: 40px; } }
`;

const Name = styled.h1`
  && { font-size: 18px; line-height: 24px; font-weight: 600; }
`;

/** Months shown, this one included. */
const months = 6;

export function ScoresScreen({ onClose }: { onClose: () => void }) {
  const app = useApp();
  const { t } = app;
  const title = useRef<HTMLHeadingElement>(null);
  const [hasSuspected, setSuspected] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['scores'],
    queryFn: () => readScores(app, months),
    refetchOnMount: 'always',
  });
  useEffect(() => title.current?.focus(), []);
  const failure = error ? asFailure(error) : null;
  return (
    <Sheet $gap={16}>
      <Line style={{ justifyContent: 'space-between' }}>
        <Name ref={title} tabIndex={-1}>
          {t('coverage.title')}
        </Name>
        <Line>
          <Button size="small" isBasic onClick={() => void refetch()} aria-disabled={isFetching}>
            {t('triage.refresh')}
          </Button>
          <Button size="small" onClick={onClose}>
            {t('coverage.back')}
          </Button>
        </Line>
      </Line>
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
