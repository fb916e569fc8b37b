import styled from 'styled-components';
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

const Tab = styled.button`
  display: flex;
  gap: 6px;
  align-items: center;
  padding: 8px 10px;
  min-height: 40px;
  border: 0;
  border-bottom: 3px solid transparent;
  background: none;
  color: var(--fl-quiet);
  font: inherit;
  white-space: nowrap;
  cursor: pointer;
  &:focus-visible { outline-offset: -3px; }
  &:hover { color: var(--fl-text); }
  &[aria-pressed='true'] { border-bottom-color: var(--fl-accent); color: var(--fl-text); font-weight: 600; }
  & > span { font-variant-numeric: tabular-nums; font-weight: 400; color: var(--fl-quiet); }
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
