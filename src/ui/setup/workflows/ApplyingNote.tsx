import { Button } from '@zendeskgarden/react-buttons';
import { Progress } from '@zendeskgarden/react-loaders';
import { Title } from '@zendeskgarden/react-notifications';
import { FailureNote } from '../../FailureNote.tsx';
import { isolate } from '../../formats.ts';
import { Quiet } from '../../layout.ts';
import { Note } from '../../note.ts';
import { useApp } from '../../useApp.ts';
import type { Applying, ApplyingState } from './useApplying.ts';

/** How far the rules in Zendesk are, and what became of them. */
export function ApplyingNote({ applying }: { applying: Applying }) {
  const { t } = useApp();
  const { state, start } = applying;
  if (state === null) return null;
  if (state.kind === 'failed')
    return (
      <FailureNote
        kind={state.failure.kind}
        title={t('workflows.applying.failed')}
        onRetry={start}
        type="error"
      />
    );
  if (state.kind === 'done') return <Done {...state} onRetry={start} />;
  const { done, total } = state;
  return (
    <div>
      <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={t('workflows.applying.running')} />
      <Quiet>
        {total === 0 ? t('workflows.applying.running') : t('workflows.applying.step', { done, total })}
      </Quiet>
    </div>
  );
}

type DoneProps = Extract<ApplyingState, { kind: 'done' }> & { onRetry: () => void };

function Done({ applied: { changes, refused }, onRetry }: DoneProps) {
  const { t } = useApp();
  const count = changes.length;
  const removed = changes.filter(({ did }) => did === 'removed').length;
  return (
    <>
      {(count > 0 || refused.length === 0) && (
        <Note type="success" role="note">
          <Title>{t(count > 0 ? 'workflows.applying.done' : 'workflows.applying.same', { count })}</Title>
          <div>
            {t('workflows.applying.why')} {removed > 0 && t('workflows.applying.removed', { count: removed })}
          </div>
        </Note>
      )}
      {refused.length > 0 && (
        <Note type="error" role="alert">
          <Title>{t('workflows.applying.refused')}</Title>
          <ul>
            {refused.map(({ key, title, why }) => (
              <li key={key}>
                {t('workflows.applying.refused_rule', { title: isolate(title), why: t(`failure.${why}`) })}
              </li>
            ))}
          </ul>
          <Button size="small" style={{ marginTop: 8 }} onClick={onRetry}>
            {t('failure.retry')}
          </Button>
        </Note>
      )}
    </>
  );
}
