import type { CheckItem } from '../../care/setup/checklist.ts';
import { useApp } from '../useApp.ts';
import { checkName } from './checkText.ts';

/** What a thing of the checklist is called; names the account has are nobody's to translate. */
export function CheckName({ item }: { item: CheckItem }) {
  const { t } = useApp();
  return <span translate={item.name === null ? undefined : 'no'}>{checkName(t, item)}</span>;
}
