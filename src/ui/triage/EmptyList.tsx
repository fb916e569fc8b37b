import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { emptyQuery, isPlain, type Query } from '../../care/plainQuery.ts';
import type { Key } from '../../i18n.ts';
import { Quiet, Stack, Title } from '../layout.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import { Reward } from './parts.ts';
import type { Cases } from './useCases.ts';
import { type View, viewOf } from './views.ts';

const Middle = styled(Stack)`
  align-items: center;
  justify-content: center;
  padding: 48px 24px;
  text-align: center;
`;

interface Props {
  cases: Cases;
  query: Query;
  onQuery: (query: Query) => void;
}

/** Parts of the open cases that may be empty while others wait. */
const parts: readonly View[] = ['mine', 'unassigned', 'overdue'];

/** Nothing to show, and whether that is because nothing waits or because of what one asked for. */
export function EmptyList({ cases, query, onQuery }: Props) {
  const { t } = useApp();
  const { view } = query;
  const open = cases.counts.open?.count ?? 0;
  const isFiltered = !isPlain(query);
  const isPart = !isFiltered && parts.includes(viewOf(view)) && (open > 0 || cases.hasMore);
  const { title, why } = isFiltered ? filteredWords(cases) : words(cases, viewOf(view), isPart);
  return (
    <Middle>
      <Title>{t(title)}</Title>
      {why && <Quiet>{t(why)}</Quiet>}
      {title === 'empty.none_open' && (
        <Part fallback={<br />}>
          <Reward all={cases.known.rows} />
        </Part>
      )}
      {isFiltered && <Button onClick={() => onQuery({ ...emptyQuery, view })}>{t('empty.clear')}</Button>}
      {isPart && <Button onClick={() => onQuery(emptyQuery)}>{t('empty.show_open')}</Button>}
      {cases.hasMore && !cases.reading.isOn && (
        <Button onClick={cases.loadMore} aria-disabled={cases.isLoadingMore}>
          {t('triage.load_more')}
        </Button>
      )}
    </Middle>
  );
}

const filteredWords = ({ hasMore }: Cases): { title: Key; why?: Key } => ({
  title: hasMore ? 'empty.none_matching_so_far' : 'empty.none_matching',
});

/** That there is nothing is only said where everything was read. */
function words(cases: Cases, view: View, isPart: boolean): { title: Key; why?: Key } {
  if (cases.hasMore) return { title: 'empty.none_so_far' };
  if (cases.broken > 0 || cases.failure) return { title: 'empty.none_readable' };
  if (isPart) return { title: `empty.${view as 'mine'}`, why: 'empty.filtered_why' };
  if (view === 'check_first' || view === 'set_aside')
    return { title: `empty.none_${view}`, why: `empty.why_${view}` };
  return { title: view === 'closed' ? 'empty.none_closed' : 'empty.none_open', why: 'empty.why' };
}
