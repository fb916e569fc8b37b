/** Takes away what set-up created: as much as was asked for, the data last. */
import type { App } from '../app.ts';
import { asFailure, type FailureKind, isRefused } from '../care/failure.ts';
import { isAnnounced } from '../care/setup/announced.ts';
import { deleteObject } from '../zendesk/customObjects.ts';
import { clearConfiguration } from '../zendesk/installation.ts';
import { deleteRule } from '../zendesk/rules.ts';
import { deleteTicketField } from '../zendesk/ticketFields.ts';
import { amendConfiguration } from './amendConfiguration.ts';
import { listMade, type MadeKind, type MadeThing } from './listMade.ts';
import { switchReplacedOn } from './offerOnSolved.ts';

/** In the order in which they go. */
export const removalParts = ['rules', 'views', 'ticket_fields', 'data', 'setting'] as const;
export type RemovalPart = (typeof removalParts)[number];

/** Fields of custom objects go with their objects. */
const partOf: Record<MadeKind, RemovalPart | null> = {
  trigger: 'rules',
  automation: 'rules',
  view: 'views',
  ticket_field: 'ticket_fields',
  object_field: null,
  object: 'data',
  setting: 'setting',
};

export interface RemovalStep {
  done: number;
  total: number;
  /** Key of what is being taken away; `null` at the end. */
  id: string | null;
}

export interface Removal {
  /** What was asked for, in the order it was tried; `why` is `null` where it is gone. */
  results: { thing: MadeThing; why: FailureKind | null }[];
}

/**
 * Before rules go, what they replaced is on again. Goes on after a refusal. The setting stays where anything else could not be taken away: it knows what is left. Admins
 * only. Throws `Failure` where Zendesk is away; what is gone by then is forgotten, and the next run goes on.
 */
export async function removeAll(
  app: App,
  parts: readonly RemovalPart[],
  onStep: (step: RemovalStep) => void = () => {},
): Promise<Removal> {
  const isAsked = (part: RemovalPart) => (thing: MadeThing) => partOf[thing.kind] === part;
  // First, so that customers are asked whatever comes in between.
  if (parts.includes('rules')) await switchReplacedOn(app);
  const made = await listMade(app);
  const things = removalParts
    .filter((part) => parts.includes(part))
    .flatMap((part) => made.filter(isAsked(part)));
  const results: Removal['results'] = [];
  const total = things.length;
  try {
    for (const [done, thing] of things.entries()) {
      onStep({ done, total, id: thing.key });
      if (thing.kind === 'setting') await forget(app, results);
      results.push({ thing, why: await tryRemoving(app, thing, results) });
    }
  } catch (cause) {
    await forget(app, results).catch(() => {});
    throw cause;
  }
  if (!parts.includes('setting')) await forget(app, results);
  onStep({ done: total, total, id: null });
  return { results };
}

async function tryRemoving(
  app: App,
  thing: MadeThing,
  results: Removal['results'],
): Promise<FailureKind | null> {
  if (thing.kind === 'setting' && results.some(({ why }) => why !== null)) return 'conflict';
  try {
    await remove(app, thing);
    return null;
  } catch (cause) {
    const { kind } = asFailure(cause);
    if (!isRefused(kind) && kind !== 'unexpected') throw cause;
    return kind;
  }
}

async function remove(app: App, { kind, id }: MadeThing): Promise<void> {
  const { http, installationId } = app.zendesk;
  switch (kind) {
    case 'trigger':
    case 'automation':
    case 'view':
      return deleteRule(http, kind, id);
    case 'ticket_field':
      return deleteTicketField(http, id);
    case 'object':
      return deleteObject(http, id);
    case 'setting':
      return clearConfiguration(http, installationId);
    case 'object_field':
      return;
  }
}

/** What is gone is no longer looked for. */
async function forget(app: App, results: Removal['results']): Promise<void> {
  const gone = results.filter(({ why }) => why === null).map(({ thing }) => thing);
  if (gone.length === 0) return;
  const isGone = (kind: string, id: string | null) =>
    gone.some((thing) => thing.kind === kind && thing.id === id);
  const keys = gone.map(({ key }) => key);
  await amendConfiguration(app, ({ made, leftAlone, mirror, digestFieldId }) => {
    const kept = (fieldId: string | null) => (isGone('ticket_field', fieldId) ? null : fieldId);
    const { isOn, status, bucket, due, score } = mirror;
    return {
      made: made.filter((one) => !isGone(one.kind, one.id) && !(isAnnounced(one) && keys.includes(one.key))),
      leftAlone: leftAlone.filter(({ key }) => !keys.includes(key)),
      mirror: { isOn, status: kept(status), bucket: kept(bucket), due: kept(due), score: kept(score) },
      digestFieldId: kept(digestFieldId),
    };
  });
}
