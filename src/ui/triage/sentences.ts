/** Each fact of the ledger in one sentence. */
import { creditOf, isAgent, nobody } from '../../care/attribution.ts';
import type { Configuration } from '../../care/configuration.ts';
import type { LedgerEvent } from '../../care/ledger.ts';
import { oriented } from '../../care/orientation.ts';
import type { Translate } from '../../i18n.ts';
import { outcomeText } from '../outcomeText.ts';
import { scoreText } from '../scoreText.ts';

interface Context {
  t: Translate;
  locale: string;
  configuration: Configuration;
  names: Record<string, string>;
  /** By group id. */
  groupNames: Record<string, string>;
}

type Fact<K extends LedgerEvent['kind']> = Extract<LedgerEvent, { kind: K }>;

export function sentenceOf(event: LedgerEvent, context: Context): string {
  const { t, names } = context;
  const nameOf = (id: string) => names[id] ?? t('people.someone');
  switch (event.kind) {
    case 'rated':
      return t('timeline.rated', { scores: scoresIn(event, context) });
    case 'bucket_set':
      return event.body.bucket
        ? t('timeline.bucket', { bucket: t(`bucket.${event.body.bucket}`) })
        : t('timeline.bucket_back');
    case 'case_opened':
      return t(`timeline.opened_${event.body.rule}`, { threshold: event.body.threshold ?? 0 });
    case 'case_withdrawn':
      return t('timeline.withdrawn');
    case 'case_assigned':
      return event.body.ownerId === null
        ? t('timeline.given_back')
        : t(event.body.ownerId === event.byId ? 'timeline.assigned' : 'timeline.given_to', {
            name: nameOf(event.body.ownerId),
          });
    case 'case_moved':
      return event.body.outcome
        ? t('timeline.closed', { outcome: outcomeText(t, context.configuration, event.body.outcome) })
        : t('timeline.moved', { status: t(`status.${event.body.to}`) });
    case 'attributed':
      return credited(event, context);
    case 'suspected':
      return t('timeline.suspected', { signs: signsIn(event, context) });
    case 'set_aside':
      return t('timeline.set_aside', { reason: t(`set_aside.${event.body.reason}`) });
    case 'ticket_changed':
      return event.body.into === null
        ? t(`timeline.ticket_${event.body.state}`)
        : t('ticket.merged_into', { id: event.body.into });
    case 'alerted':
      return alerted(event, context);
    case 'disputed':
      return t('timeline.disputed', { reason: t(`dispute.${event.body.reason}`) });
    case 'dispute_decided':
      return event.body.creditTo === null
        ? t(`timeline.dispute_${event.body.decision}`)
        : t('timeline.dispute_credited', { name: nameOf(event.body.creditTo) });
    case 'dispute_withdrawn':
      return t('timeline.dispute_withdrawn');
    case 'linked':
      return t('timeline.linked', { id: event.body.ticketId });
    case 'contacted':
      return t(`timeline.contacted_${event.body.result}`, { channel: t(`contact.${event.body.channel}`) });
    case 'replied':
      return event.body.isFollowUp
        ? t('timeline.replied_follow_up', { id: event.body.ticketId })
        : t('timeline.replied');
    case 'escalated':
      return escalated(event, context);
    case 'step_declined':
      return t('timeline.step_declined', { step: t(`step.${event.body.step}`) });
    case 'voiced':
      return t(event.body.skipped === null ? 'timeline.voiced' : 'timeline.voice_skipped');
    case 'escalation_ended':
    case 'rating_removed':
    case 'confirmed':
    case 'restored':
      return t(`timeline.${event.kind}`);
  }
}

function alerted({ body }: Fact<'alerted'>, { t, names, configuration }: Context): string {
  const known = configuration.workflows.find(({ id }) => id === body.workflow);
  const workflow = known?.name ?? t('timeline.former_workflow');
  const name = body.to === null ? null : names[body.to];
  return name
    ? t('timeline.alerted_person', { name, workflow })
    : t(`timeline.alerted_${body.how}`, { workflow });
}

/** What a person wrote with it. */
export function noteIn(event: LedgerEvent): string | null {
  if (event.kind === 'bucket_set')
    return [event.body.topic, event.body.note].filter(Boolean).join(' · ') || null;
  if (event.kind === 'case_assigned' || event.kind === 'escalated') return event.body.reason;
  const hasNote =
    event.kind === 'case_moved' ||
    event.kind === 'set_aside' ||
    event.kind === 'contacted' ||
    event.kind === 'escalation_ended';
  return hasNote ? event.body.note : null;
}

const scoresIn = ({ body }: Fact<'rated'>, { t, configuration }: Context) =>
  body.ratings
    .map((rating) => `${t(`score.${rating.metric}`)} ${scoreText(t, oriented(rating, configuration))}`)
    .join(', ');

const signsIn = ({ body }: Fact<'suspected'>, { t, locale }: Context) =>
  new Intl.ListFormat(locale, { type: 'unit' }).format(body.signs.map((sign) => t(`sign.${sign}`)));

/** A group, or whoever an internal note was for, by name where that is known. */
function escalated({ body }: Fact<'escalated'>, { t, names, groupNames }: Context): string {
  const id = body.to ?? '';
  const name = body.kind === 'group' ? groupNames[id] : (groupNames[id] ?? names[id]);
  if (name !== undefined && body.kind === 'group') return t('timeline.escalated_group_named', { name });
  if (name !== undefined && body.kind === 'note') return t('timeline.escalated_note_to', { name });
  return t(`timeline.escalated_${body.kind}`, { name: name ?? t('people.someone') });
}

/** By the account's rule as it is now. */
function credited({ body }: Fact<'attributed'>, { t, names, configuration }: Context): string {
  const rule = configuration.attributionRule;
  const credit = creditOf(body, rule);
  if (isAgent(credit))
    return t('timeline.attributed', {
      name: names[credit] ?? t('people.someone'),
      rule: t(`credit.${rule}`),
    });
  return t(credit === nobody ? 'timeline.attributed_nobody' : 'timeline.attributed_not_proved');
}
