import styled from 'styled-components';
import { Tab } from '../Tab.tsx';
import { useApp } from '../useApp.ts';
import { narrow } from './layout.ts';
import type { Cases } from './useCases.ts';
import { type View, views } from './views.ts';

const Row = styled.div`
  display: flex;
  gap: 4px;
  padding: 0 16px;
  overflow-x: auto;
  ${narrow} { padding: 0 10px; }
`;

interface Props {
  view: View;
  counts: Cases['counts'];
  onView: (view: View) => void;
}

/** Which cases are shown; the counts are those of the lists themselves, with a plus while more may come. */
export function ViewTabs({ view, counts, onView }: Props) {
  const { t } = useApp();
  return (
    <Row role="group" aria-label={t('triage.views')}>
      {views.map((name) => {
        const known = counts[name];
        return (
          <Tab key={name} type="button" aria-pressed={name === view} onClick={() => onView(name)}>
            {t(`view.${name}`)}
            {known && (
              <span>{t(known.isMore ? 'triage.count_more' : 'triage.count', { n: known.count })}</span>
            )}
          </Tab>
        );
      })}
    </Row>
  );
}
