/** An entry of an issue's history in words, who and when apart. */
import type { App } from '../../app.ts';
import { type IssueEntry, issueDraftSchema } from '../../care/issues/issue.ts';
import { isolate } from '../formats.ts';

type FieldName = keyof typeof issueDraftSchema.entries;
const isField = (name: string): name is FieldName => name in issueDraftSchema.entries;

export function entryText({ t, locale }: Pick<App, 't' | 'locale'>, entry: IssueEntry): string {
  const { act, fields, to, note } = entry;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const changed = fields.filter(isField).map((name) => t(`issues.field.${name}`));
  const said =
    act === 'changed' && changed.length > 0
      ? t('issues.act_changed_fields', { fields: list.format(changed) })
      : act === 'moved' && to !== null
        ? t('issues.act_moved_to', { status: t(`pack.status.${to}`) })
        : t(`issues.act.${act}`);
  return note ? `${said} ${isolate(note)}` : said;
}
