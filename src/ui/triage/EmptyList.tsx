import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
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
  return (
    <Middle>
      <Title>{t(isFiltered ? `empty.${view}` : `empty.none_${view === 'closed' ? 'closed' : 'open'}`)}</Title>
      <Quiet>{t(isFiltered ? 'empty.filtered_why' : 'empty.why')}</Quiet>
      {isFiltered && <Button onClick={() => onView('open')}>{t('empty.show_open')}</Button>}
      {cases.hasMore && (
        <Button onClick={cases.loadMore} aria-disabled={cases.isLoadingMore}>
          {t('triage.load_more')}
        </Button>
      )}
    </Middle>
  );
}
