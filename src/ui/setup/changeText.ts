/** A change of the configuration in words. */

import type { App } from '../../app.ts';
import type { Change } from '../../care/configurationChange.ts';
import { notedActs } from '../../care/moves.ts';
import { outcomeKinds } from '../../care/outcome.ts';
import { absolute, isolate } from '../formats.ts';
import { outcomeName } from './outcomeName.ts';

type Words = Pick<App, 't' | 'locale' | 'user'>;

export function changeText(app: Words, change: Change): string {
  const { t } = app;
  const { kind, member, name, from, to } = change;
  if (kind === 'value') {
    const what = t(`setup.member.${member}` as 'setup.member.survey');
    return t('setup.change.value', {
      what,
      from: valueText(app, member, from),
      to: valueText(app, member, to),
    });
  }
  const isOfOutcome = kind.startsWith('outcome');
  const named = isOfOutcome
    ? outcomeWords(app, change)
    : { name: name ?? '', from: from ?? '', to: to ?? '' };
  if (kind === 'mirror_fields' || kind === 'leads' || kind === 'pilot' || kind === 'value_field')
    return t(`setup.change.${kind}`, {
      from: from ?? t('setup.member_none'),
      to: to ?? t('setup.member_none'),
    });
  const isolated = { name: isolate(named.name), from: isolate(named.from), to: isolate(named.to) };
  if (kind === 'direction')
    return t(`setup.change.direction_${to === 'lower' ? 'lower' : 'higher'}`, isolated);
  return t(`setup.change.${kind}`, isolated);
}

/** Labels that are `null` are the app's own words; `from` and `to` may be the kinds an outcome counts as. */
function outcomeWords({ t }: Words, { kind, id, name, from, to }: Change) {
  const label = (text: string | null) => outcomeName(t, { id: id ?? '', label: text });
  const counted = (text: string | null) => {
    const known = outcomeKinds.find((one) => one === text);
    return known ? t(`outcome.${known}`) : (text ?? '');
  };
  const said = kind === 'outcome_renamed' ? label : counted;
  return { name: label(name), from: said(from), to: said(to) };
}

const switches = new Set<string | null>([
  'isForwardOnly',
  'asksVoice',
  'asksOwnMood',
  'mirror',
  'hidesAgents',
  'huddleNamesAgents',
]);

function valueText({ t, locale, user }: Words, member: string | null, value: string | null): string {
  if (member === 'schedule' && value === null) return t('setup.clock.calendar');
  if (value === null) return t('setup.member_none');
  if (switches.has(member)) return t(value === 'true' ? 'setup.on' : 'setup.off');
  if (member === 'requiredNotes') return actsText(t, value);
  if (member === 'attributionRule') return t(`setup.credit.${value}` as 'setup.credit.at_solve');
  if (member === 'setAsideBy') return t(`setup.aside.${value}` as 'setup.aside.admins');
  if (member === 'survey') return t(`setup.survey_kind.${value}` as 'setup.survey_kind.legacy');
  if (member === 'casesSince') return absolute(Number(value), locale, user.timeZone);
  return isolate(value);
}

const actsText = (t: App['t'], value: string) =>
  notedActs
    .filter((act) => value.split(', ').includes(act))
    .map((act) => t(`setup.moves.act.${act}`))
    .join(', ');
