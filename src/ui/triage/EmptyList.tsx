import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import type { Key } from '../../i18n.ts';
import { Quiet, Stack, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import type { Cases } from './useCases.ts';
import type { View } from './views.ts';

const Middle = styled(Stack)`
  align-items: center;
  justify-content: center;
  padding: 48px 24px;
  text-align: center;
`;

interface Props {
  cases: Cases;
  view: View;
  onView: (view: View) => void;
}

/** Nothing to show, and whether that is because nothing waits or because of the view one is in. */
export function EmptyList({ cases, view, onView }: Props) {
  const { t } = useApp();
  const open = cases.counts.open?.count ?? 0;
  const isFiltered = (view === 'mine' || view === 'unassigned') && (open > 0 || cases.hasMore);
  const { title, why } = words(cases, view, isFiltered);
  return (
    <Middle>
      <Title>{t(title)}</Title>
      {why && <Quiet>{t(why)}</Quiet>}
      {isFiltered && <Button onClick={() => onView('open')}>{t('empty.show_open')}</Button>}
      {cases.hasMore && (
        <Button onClick={cases.loadMore} aria-disabled={cases.isLoadingMore}>
          {t('triage.load_more')}
        </Button>
      )}
    </Middle>
  );
}

/** That there is nothing is only said where everything was read. */
function words(cases: Cases, view: View, isFiltered: boolean): { title: Key; why?: Key } {
  if (cases.hasMore) return { title: 'empty.none_so_far' };
  if (cases.broken > 0 || cases.failure) return { title: 'empty.none_readable' };
  if (isFiltered) return { title: `empty.${view as 'mine' | 'unassigned'}`, why: 'empty.filtered_why' };
  if (view === 'check_first' || view === 'set_aside')
    return { title: `empty.none_${view}`, why: `empty.why_${view}` };
  return { title: view === 'closed' ? 'empty.none_closed' : 'empty.none_open', why: 'empty.why' };
}
