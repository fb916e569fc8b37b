import styled from 'styled-components';
import { Tab } from '../Tab.tsx';
import { useApp } from '../useApp.ts';
import type { Cases } from './useCases.ts';
import { useIsNarrow } from './useIsNarrow.ts';
import { type View, viewOf, views } from './views.ts';

const Row = styled.div`
  display: flex;
  gap: 4px;
  padding: 0 16px;
  overflow-x: auto;
`;

/** Where there is no room for all of them side by side. */
const Choice = styled.select`
  min-height: 44px;
  margin: 0 14px;
  padding: 0 10px;
  border: 1px solid var(--fl-edge);
  border-radius: 4px;
  background: var(--fl-bg);
  color: inherit;
  font: inherit;
  font-size: 16px;
  font-weight: 600;
`;

interface Props {
  view: View;
  counts: Cases['counts'];
  onView: (view: View) => void;
}

/** Which cases are shown; the counts are those of the lists themselves, with a plus while more may come. */
export function ViewTabs({ view, counts, onView }: Props) {
  const { t } = useApp();
  const isNarrow = useIsNarrow();
  const countOf = (name: View) => {
    const known = counts[name];
    return known && t(known.isMore ? 'triage.count_more' : 'triage.count', { n: known.count });
  };
  if (isNarrow) {
    return (
      <Choice
        aria-label={t('triage.views')}
        value={view}
        onChange={({ target }) => onView(viewOf(target.value))}
      >
        {views.map((name) => (
          <option key={name} value={name}>
            {t(`view.${name}`)} {countOf(name)}
          </option>
        ))}
      </Choice>
    );
  }
  return (
    <Row role="group" aria-label={t('triage.views')}>
      {views.map((name) => {
        const count = countOf(name);
        return (
          <Tab key={name} type="button" aria-pressed={name === view} onClick={() => onView(name)}>
            {t(`view.${name}`)}
            {count && <span>{count}</span>}
          </Tab>
        );
      })}
    </Row>
  );
}
