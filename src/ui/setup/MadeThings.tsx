import { useQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { csvOf, saveFile } from '../../actions/exportCases.ts';
import { listMade, type MadeThing, madeKinds } from '../../actions/listMade.ts';
import { asFailure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Folded } from '../Folded.tsx';
import { isolate } from '../formats.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { madeTable } from './madeTable.ts';
import { useTry } from './useTry.ts';

/** Everything set-up created, by kind; to be copied or downloaded as CSV. */
export function MadeThings() {
  const app = useApp();
  const { t } = app;
  const made = useQuery({ queryKey: ['made'], queryFn: () => listMade(app), refetchOnMount: 'always' });
  if (made.error && !made.isFetching) {
    const { kind } = asFailure(made.error);
    return <FailureNote kind={kind} title={t('setup.removal.unread')} onRetry={() => void made.refetch()} />;
  }
  if (!made.data) return <Quiet role="status">{t('setup.removal.reading')}</Quiet>;
  if (made.data.length === 0) return <Quiet>{t('setup.removal.none')}</Quiet>;
  const things = made.data;
  return (
    <Stack $gap={8}>
      {madeKinds.map((kind) => {
        const own = things.filter((thing) => thing.kind === kind);
        if (own.length === 0) return null;
        return (
          <Folded key={kind} line={t(`setup.removal.count.${kind}`, { count: own.length })}>
            {own.map(({ id, key, title }) => (
              <Quiet as="li" key={`${kind} ${id} ${key}`} translate="no">
                {isolate(title)}
              </Quiet>
            ))}
          </Folded>
        );
      })}
      <Taking things={things} />
    </Stack>
  );
}

function Taking({ things }: { things: readonly MadeThing[] }) {
  const { t, now } = useApp();
  const announce = useAnnounce();
  const { run, failure } = useTry();
  const onDownload = () =>
    run(async () => {
      const name = `feedback-loop-${new Date(now()).toISOString().slice(0, 10)}.csv`;
      saveFile({ name, type: 'text/csv;charset=utf-8', text: await csvOf(madeTable(t, things)) });
      announce(t('setup.removal.downloaded'));
    });
  const onCopy = () =>
    run(async () => {
      const { fields, data } = madeTable(t, things);
      await navigator.clipboard.writeText([fields, ...data].map((row) => row.join('\t')).join('\n'));
      announce(t('setup.removal.copied'));
    });
  return (
    <>
      <Line>
        <Button size="small" onClick={onDownload}>
          {t('setup.removal.download')}
        </Button>
        <Button size="small" isBasic onClick={onCopy}>
          {t('setup.removal.copy')}
        </Button>
      </Line>
      {failure && <Quiet role="alert">{t('setup.removal.not_taken')}</Quiet>}
    </>
  );
}
