/** What the account itself decides: its survey, roles, hours, and whether somebody keeps the scores up to date. */

import type { Configuration } from '../configuration.ts';
import { type CheckItem, itemIds, itemOf } from './checklist.ts';
import type { Probe, RoleGrants } from './probe.ts';
import { objectPlans } from './setup.ts';

const conditionIn = ({ definitions }: Probe, wanted: string): boolean | null =>
  definitions !== null && 'value' in definitions
    ? definitions.value.conditions.some(({ subject }) => subject === wanted)
    : null;

/** Rules can test a rating only while the account has CSAT. */
export function scoreItems(probe: Probe, { survey, scoreSources }: Configuration): CheckItem[] {
  const hasCsat = conditionIn(probe, 'satisfaction_score');
  const kind = surveyKind(probe) ?? survey;
  const csat = (state: CheckItem['state'], why: string) => itemOf('csat', 'scores', state, { why });
  if (hasCsat === false)
    return [scoreSources.length > 0 ? csat('open', 'csat_elsewhere') : csat('impossible', 'csat_off')];
  if (kind === 'legacy') return [csat('in_place', 'csat_legacy')];
  if (kind === 'customizable') return [csat('in_place', 'csat_customizable')];
  return [hasCsat === null ? csat('open', 'definitions_refused') : csat('in_place', 'csat_on')];
}

function surveyKind({ questions, hasLegacyCsat }: Probe): Configuration['survey'] {
  if (questions !== null && 'value' in questions && questions.value.length > 0) return 'customizable';
  return hasLegacyCsat !== null && 'value' in hasLegacyCsat && hasLegacyCsat.value ? 'legacy' : null;
}

/** Does the survey ask on 1-5, and how easy it was? Nothing is said where the account has no such survey. */
export function surveyItems(probe: Probe, { survey, questions: known }: Configuration): CheckItem[] {
  const { questions } = probe;
  const found =
    questions !== null && 'value' in questions
      ? questions.value.map(({ isCsat, scale }) => ({ metric: isCsat ? 'csat' : 'ces', scale }))
      : known;
  if (found.length === 0 && survey !== 'customizable') return [];
  const csat = found.find(({ metric }) => metric === 'csat');
  const values = { scale: csat?.scale ?? 0 };
  return [
    !csat
      ? itemOf('csat_question', 'survey', 'open', { why: 'no_csat_question' })
      : csat.scale === 5
        ? itemOf('csat_question', 'survey', 'in_place')
        : itemOf('csat_question', 'survey', 'open', { why: 'other_scale', values }),
    found.some(({ metric }) => metric === 'ces')
      ? itemOf('ces_question', 'survey', 'in_place')
      : itemOf('ces_question', 'survey', 'open', { why: 'no_ces_question' }),
  ];
}

/** One item a role that lacks something: an admin grants it in Admin Center. */
export function roleItems({ roles, objects }: Probe): CheckItem[] {
  const areThere = objects !== null && 'value' in objects;
  if (!areThere || roles === null) return [];
  const all = 'value' in roles ? roles.value : [];
  const lacking = all.filter((role) => lacks(role).length > 0);
  const whole = itemOf('roles', 'roles', 'in_place', { why: all.length === 0 ? 'everybody' : 'all_granted' });
  return lacking.length === 0 ? [whole] : lacking.map(roleItem);
}

const lacks = ({ grants }: RoleGrants) =>
  objectPlans.filter(({ key }) => {
    const grant = grants[key] ?? null;
    return grant !== null && !grant.mayWrite;
  });

function roleItem(role: RoleGrants): CheckItem {
  const objects = lacks(role).map(({ titlePluralized }) => titlePluralized);
  const mayReadAll = objectPlans.every(({ key }) => role.grants[key]?.mayRead ?? true);
  const values = { role: role.name, objects: objects.join(', ') };
  const why = mayReadAll ? 'read_only' : 'no_grant';
  return itemOf(itemIds.role(role.id), 'roles', 'open', { name: role.name, why, values });
}

export function clockItems(
  probe: Probe,
  { schedule, workflows }: Configuration,
  timeZone: string | undefined,
): CheckItem[] {
  const zone =
    timeZone === undefined
      ? itemOf('time_zone', 'clock', 'open', { why: 'no_time_zone' })
      : itemOf('time_zone', 'clock', 'in_place', { why: 'time_zone', values: { zone: timeZone } });
  const hours = (state: CheckItem['state'], why: string, values = {}) =>
    itemOf('business_hours', 'clock', state, { why, values });
  const isNeeded = workflows.some(({ isOn, hours }) => isOn && hours === 'schedule');
  if (conditionIn(probe, 'in_business_hours') === false)
    return [zone, hours(isNeeded ? 'impossible' : 'open', 'no_business_hours')];
  if (schedule) return [zone, hours('in_place', 'schedule', { schedule: schedule.name })];
  const { schedules } = probe;
  const names = schedules !== null && 'value' in schedules ? schedules.value.join(', ') : '';
  return [zone, names === '' ? hours('in_place', 'calendar') : hours('open', 'schedules_unused', { names })];
}

/** Nothing is said where nobody in this tab has looked yet. */
export function syncItems({ sync }: Probe): CheckItem[] {
  if (sync === null) return [];
  if (sync.failure !== null) return [itemOf('sync', 'sync', 'open', { why: 'sync_failed' })];
  return [
    sync.at === null
      ? itemOf('sync', 'sync', 'open', { why: 'sync_never' })
      : itemOf('sync', 'sync', 'in_place', { why: 'sync_runs' }),
  ];
}
