/** A rehearsal in words. */
import type { App } from '../../../app.ts';
import type { Configuration } from '../../../care/configuration.ts';
import type { DayCount } from '../../../care/workflows/listeners.ts';
import type { NightRule, WorkflowRehearsal } from '../../../care/workflows/rehearsal.ts';
import { isDaily } from '../../../care/workflows/sending.ts';
import { isolate } from '../../formats.ts';

/** `3 November`, of `2026-11-03`. */
export function dayText({ locale }: App, day: string, month: 'long' | 'short' = 'long'): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month, timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

export const worstText = (app: App, { day, count }: DayCount) =>
  app.t('rehearsal.worst', { count, day: dayText(app, day) });

type Counted = 'likely_false' | 'at_night' | 'held' | 'needs_app' | 'cases';

/** A word of its own for none. */
export const countText = ({ t }: App, what: Counted, count: number) =>
  count === 0 ? t(`rehearsal.${what}_none`) : t(`rehearsal.${what}`, { count });

/** `43 alerts, worst day 9 (3 November), 6 likely false, 3 at night, 4 had to wait for an open app.` */
export function resultText(app: App, told: WorkflowRehearsal, { schedule }: NightRule): string {
  const { t, locale } = app;
  const { alerts, worst, likelyFalse, atNight, held, needsApp } = told;
  if (alerts === 0) return t('rehearsal.no_alert');
  const isWaiting = told.workflow.hours === 'schedule' && schedule !== null;
  const parts = [
    t('rehearsal.alerts', { count: alerts }),
    worst ? worstText(app, worst) : '',
    countText(app, 'likely_false', likelyFalse),
    isWaiting ? countText(app, 'held', held) : countText(app, 'at_night', atNight),
    countText(app, 'needs_app', needsApp),
  ].filter(Boolean);
  return t('rehearsal.sentence', { parts: new Intl.ListFormat(locale, { type: 'unit' }).format(parts) });
}

/** What else there is to know of a workflow; sentences only where there is something. */
export function asidesOf({ t }: App, told: WorkflowRehearsal, { survey, schedule }: Configuration): string[] {
  const { turnedOut, digested, digests, unheard, toCheck, untold, alerts } = told;
  const isPraise = isDaily(told.workflow);
  const isWhole = survey === 'legacy' && told.workflow.when.csatBelow !== null;
  return [
    alerts > 0 && isWhole ? t('rehearsal.legacy') : '',
    turnedOut > 0 ? t('rehearsal.turned_out', { count: turnedOut }) : '',
    told.workflow.hours === 'schedule' && schedule === null ? t('rehearsal.no_schedule') : '',
    toCheck > 0 ? t('rehearsal.to_check', { count: toCheck }) : '',
    digested > 0 && !isPraise ? t('rehearsal.digested', { count: digested, digests }) : '',
    digests > 0 && isPraise ? t('rehearsal.daily', { count: digests }) : '',
    unheard > 0 ? t('rehearsal.unheard', { count: unheard }) : '',
    ...untold.map((condition) => t(`rehearsal.untold_${condition}`)),
  ].filter(Boolean);
}

/** When it counted as night. */
export function nightText({ t }: App, { schedule, timeZone }: NightRule): string {
  return schedule === null
    ? t('rehearsal.night_clock', { zone: timeZone })
    : t('rehearsal.night_schedule', { name: isolate(schedule), zone: timeZone });
}
