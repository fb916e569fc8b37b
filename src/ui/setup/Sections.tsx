import styled from 'styled-components';
import { Tab } from '../Tab.tsx';
import { useApp } from '../useApp.ts';

export const sections = [
  'account',
  'survey',
  'sources',
  'rules',
  'people',
  'workflows',
  'rehearsal',
  'pilot',
  'figures',
  'privacy',
  'history',
] as const;
export type Section = (typeof sections)[number];

const List = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 0 4px;
  margin: 0 -10px;
`;

/** Which part of the settings is shown. */
export function Sections({ shown, onShow }: { shown: Section; onShow: (section: Section) => void }) {
  const { t } = useApp();
  return (
    <List role="group" aria-label={t('setup.sections')}>
      {sections.map((section) => (
        <Tab key={section} type="button" aria-pressed={section === shown} onClick={() => onShow(section)}>
          {t(`setup.section.${section}`)}
        </Tab>
      ))}
    </List>
  );
}
