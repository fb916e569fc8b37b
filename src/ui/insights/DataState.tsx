import type { ReportData } from '../../actions/readReport.ts';
import type { Failure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { absolute } from '../formats.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';

interface Props {
  data: ReportData | null;
  failure: Failure | null;
  onRetry: () => void;
}

/** How current the numbers are, and what they leave out. */
export function DataState({ data, failure, onRetry }: Props) {
  const { t, locale, user } = useApp();
  const keeper = data?.keptBy?.userId;
  return (
    <Stack $gap={6}>
      {failure && (
        <FailureNote
          kind={failure.kind}
          title={t(data ? 'insights.failed_again' : 'insights.failed')}
          onRetry={onRetry}
        />
      )}
      {data && (
        <Quiet as="div">
          {t('insights.as_of')} <When at={data.asOf} />
          {keeper && `, ${t(keeper === user.id ? 'insights.written_own' : 'insights.written_colleague')}`}
          {data.isBuilding && ` · ${t('insights.building')}`}
        </Quiet>
      )}
      {data?.since != null && (
        <Quiet>{t('insights.since', { time: absolute(data.since, locale, user.timeZone) })}</Quiet>
      )}
      {data?.isFormer && <Quiet>{t('insights.former')}</Quiet>}
      {data && data.broken > 0 && <Quiet>{t('insights.broken', { count: data.broken })}</Quiet>}
    </Stack>
  );
}
