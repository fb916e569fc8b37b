import styled from 'styled-components';
import { Quiet } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { GroupName } from '../layout.ts';

const places = [
  'fl_event',
  'fl_feedback',
  'fl_doc',
  'fl_sheet',
  'ticket',
  'settings',
  'browser',
  'never',
  'outside',
] as const;

const List = styled.dl`
  margin: 0;
  & > div { padding: 10px 0; border-top: 1px solid var(--fl-line); }
  dt { font-weight: 600; }
  dd { margin: 2px 0 0; }
`;

/** The same as PRIVACY.md says, in the reader's language. */
export function WhereStored() {
  const { t } = useApp();
  return (
    <section aria-label={t('privacy.where')}>
      <GroupName>{t('privacy.where')}</GroupName>
      <List>
        {places.map((place) => (
          <div key={place}>
            <dt>{t(`privacy.place.${place}`)}</dt>
            <dd>{t(`privacy.holds.${place}`)}</dd>
          </div>
        ))}
      </List>
      <Quiet>{t('privacy.who_reads')}</Quiet>
    </section>
  );
}
