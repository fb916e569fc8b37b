import type { StoredIssue } from '../../care/issues/issue.ts';
import { Folded } from '../Folded.tsx';
import { isolate } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { usePeople } from '../usePeople.ts';
import { When } from '../When.tsx';
import { entryText } from './entryText.ts';
import { Small } from './layout.ts';

/** Everything anybody did to the issue, the latest first. */
export function HistoryList({ issue: { history, trimmed } }: { issue: StoredIssue }) {
  const app = useApp();
  const { t } = app;
  const names = usePeople(history.map(({ byId }) => byId));
  const latest = history.map((entry, index) => ({ entry, place: trimmed + index })).reverse();
  return (
    <Folded line={t('issues.history', { count: history.length + trimmed })}>
      {latest.map(({ entry, place }) => (
        <li key={place}>
          <span dir="auto">{entryText(app, entry)}</span>{' '}
          <Small>
            {entry.act === 'reopened_itself' ? '' : `${isolate(names[entry.byId] ?? t('people.someone'))} · `}
            <When at={entry.at} />
          </Small>
        </li>
      ))}
      {trimmed > 0 && <Quiet as="li">{t('issues.history_trimmed', { count: trimmed })}</Quiet>}
    </Folded>
  );
}
