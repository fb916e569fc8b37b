import { useQuery } from '@tanstack/react-query';
import { readSending } from '../../actions/readSending.ts';
import { asFailure } from '../../care/failure.ts';
import type { Question } from '../../care/insights/question.ts';
import { Quiet, Stack, Underlined } from '../layout.ts';
import { intervalText, monthText, percentText } from '../scores/figures.ts';
import { Interval } from '../scores/Interval.tsx';
import { useApp } from '../useApp.ts';

/** How many of those asked have answered: counted by month of sending, so only groups can be told apart. */
export function ResponseCard({ question: { period, filters } }: { question: Question }) {
  const app = useApp();
  const { t } = app;
  const others = Object.keys(filters).filter((one) => one !== 'group');
  const groupIds = filters.group ?? null;
  const { data, error, refetch } = useQuery({
    queryKey: ['sending', period.from, period.to, groupIds],
    queryFn: () => readSending(app, period, groupIds),
    enabled: others.length === 0,
    refetchOnMount: 'always',
  });
  const months = data?.months ?? [];
  const [first, last] = [months[0], months.at(-1)];
  return (
    <Stack $gap={3}>
      <Quiet>{t('insights.response')}</Quiet>
      {others.length > 0 && <Quiet>{t('insights.response_filtered')}</Quiet>}
      {error && (
        <Quiet>
          {t('insights.response_failed', { why: t(`failure.${asFailure(error).kind}`) })}{' '}
          <Underlined type="button" onClick={() => void refetch()}>
            {t('failure.retry')}
          </Underlined>
        </Quiet>
      )}
      {data && data.rate.value === null && <Quiet>{t('insights.response_none')}</Quiet>}
      {data && data.rate.value !== null && (
        <>
          <p style={{ fontSize: 24, lineHeight: '30px', fontWeight: 600 }}>
            {percentText(app, data.rate.value)}
          </p>
          <Quiet>
            {t('insights.k_of_n', { k: data.rate.k, n: data.rate.n })} · {intervalText(app, data.rate)}
            {data.open > 0 && ` · ${t('insights.still_open', { count: data.open })}`}
          </Quiet>
          {data.rate.interval && <Interval value={data.rate.value} interval={data.rate.interval} />}
        </>
      )}
      {first && last && (
        <Quiet>
          {first === last
            ? t('insights.response_month', { month: monthText(app, first) })
            : t('insights.response_months', { first: monthText(app, first), last: monthText(app, last) })}
          {(data?.isPartial || (data?.missing.length ?? 0) > 0) && ` ${t('insights.response_part')}`}
          {data?.hasSmall && ` ${t('insights.response_small')}`}
        </Quiet>
      )}
    </Stack>
  );
}
