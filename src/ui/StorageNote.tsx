import { Title } from '@zendeskgarden/react-notifications';
import type { StorageState } from '../actions/readStorage.ts';
import { Note } from './note.ts';
import { useApp } from './useApp.ts';

/** Why nothing can be recorded here, and who can change that. */
export function StorageNote({ state }: { state: Exclude<StorageState, 'ready'> }) {
  const { t, user } = useApp();
  const isTheirs = state === 'not_set_up' && user.isAdmin;
  return (
    <Note type="info">
      <Title>{t('storage.title')}</Title>
      <div>{isTheirs ? t('storage.not_set_up_admin') : t(`storage.${state}`)}</div>
    </Note>
  );
}
