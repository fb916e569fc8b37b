import type { Table } from '../../actions/exportCases.ts';
import type { MadeThing } from '../../actions/listMade.ts';
import type { Translate } from '../../i18n.ts';

/** What was created, as a table: what it is, its name in the account, Zendesk's id, the app's own name for it. */
export const madeTable = (t: Translate, things: readonly MadeThing[]): Table => ({
  fields: ['kind', 'title', 'id', 'key'].map((column) =>
    t(`setup.removal.column.${column}` as 'setup.title'),
  ),
  data: things.map(({ kind, title, id, key }) => [t(`setup.removal.kind.${kind}`), title, id, key]),
});
