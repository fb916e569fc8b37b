import styled from 'styled-components';
import { useApp } from '../useApp.ts';

export const sections = ['account', 'sources', 'rules', 'history'] as const;
export type Section = (typeof sections)[number];

const List = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 0 4px;
  margin: 0 -10px;
`;

const Choice = styled.button`
  padding: 8px 10px;
  min-height: 40px;
  border: 0;
  border-bottom: 3px solid transparent;
  background: none;
  color: var(--fl-quiet);
  font: inherit;
  cursor: pointer;
  &:focus-visible { outline-offset: -3px; }
  &:hover { color: var(--fl-text); }
  &[aria-pressed='true'] { border-bottom-color: var(--fl-accent); color: var(--fl-text); font-weight: 600; }
`;

/** Which part of the settings is shown. */
export function Sections({ shown, onShow }: { shown: Section; onShow: (section: Section) => void }) {
  const { t } = useApp();
  return (
    <List role="group" aria-label={t('setup.sections')}>
      {sections.map((section) => (
        <Choice key={section} type="button" aria-pressed={section === shown} onClick={() => onShow(section)}>
          {t(`setup.section.${section}`)}
        </Choice>
      ))}
    </List>
  );
}
