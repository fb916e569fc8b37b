/** A change of the configuration in words. */

import type { App } from '../../app.ts';
import type { Change } from '../../care/configurationChange.ts';
import { absolute, isolate } from '../formats.ts';

type Words = Pick<App, 't' | 'locale' | 'user'>;

export function changeText(app: Words, { kind, member, name, from, to }: Change): string {
  const { t } = app;
  if (kind === 'value') {
    const what = t(`setup.member.${member}` as 'setup.member.survey');
    return t('setup.change.value', {
      what,
      from: valueText(app, member, from),
      to: valueText(app, member, to),
    });
  }
  const named = { name: isolate(name ?? ''), from: isolate(from ?? ''), to: isolate(to ?? '') };
  if (kind === 'direction') return t(`setup.change.direction_${to === 'lower' ? 'lower' : 'higher'}`, named);
  return t(`setup.change.${kind}`, named);
}

function valueText({ t, locale, user }: Words, member: string | null, value: string | null): string {
  if (value === null) return t('setup.member_none');
  if (member === 'attributionRule') return t(`setup.credit.${value}` as 'setup.credit.at_solve');
  if (member === 'setAsideBy') return t(`setup.aside.${value}` as 'setup.aside.admins');
  if (member === 'survey') return t(`setup.survey_kind.${value}` as 'setup.survey_kind.legacy');
  if (member === 'casesSince') return absolute(Number(value), locale, user.timeZone);
  return isolate(value);
}
