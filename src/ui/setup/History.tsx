import { useQuery } from '@tanstack/react-query';
import { readConfigurationLog } from '../../actions/readConfigurationLog.ts';
import { asFailure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { isolate } from '../formats.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';
import { Changes } from './Changes.tsx';
import { Group, Strong } from './layout.ts';

/** Who changed the settings, when and how, the newest first. */
export function History({ newest }: { newest: number }) {
  const app = useApp();
  const { t } = app;
  const log = useQuery({
    queryKey: ['configuration', 'log', newest],
    queryFn: () => readConfigurationLog(app, newest),
  });
  if (log.error) {
    const { kind } = asFailure(log.error);
    return <FailureNote kind={kind} title={t('setup.history.failed')} onRetry={() => void log.refetch()} />;
  }
  if (!log.data) return <Quiet role="status">{t('setup.loading')}</Quiet>;
  if (log.data.length === 0) return <Quiet>{t('setup.history.none')}</Quiet>;
  return (
    <Stack as="ol" $gap={16}>
      {log.data.map(({ version, name, at, changes }) => (
        <Group as="li" key={version} $gap={4}>
          <Line>
            <Strong>{t('setup.history.version', { version })}</Strong>
            <Quiet as="span">{t('setup.history.by', { name: isolate(name ?? t('people.someone')) })}</Quiet>
            <When at={at} />
          </Line>
          {changes.length > 0 ? <Changes changes={changes} /> : <Quiet>{t('setup.history.unknown')}</Quiet>}
        </Group>
      ))}
    </Stack>
  );
}
