/** Carries out what was decided, each kind by its own way, and writes down who was alerted. */
import { asFailure, type Failure } from '../care/failure.ts';
import type { AlertWay } from '../care/ledger.ts';
import { isDaily } from '../care/workflows/sending.ts';
import { type Alert, type AlertApp, type AlertOutcome, type AlertOutcomes, groupedBy } from './alert.ts';
import { beginTalk } from './beginTalk.ts';
import { carryClosed } from './carryClosed.ts';
import { handOver } from './handOver.ts';
import { recordAlerts } from './recordAlerts.ts';
import { sendDigest } from './sendDigest.ts';

/** What an alert that came through is called in the ledger; one that waits was none. */
const ways: Record<Alert['how'], AlertWay | null> = {
  note_sent: 'rule',
  in_app: 'in_app',
  hand_over: 'handed',
  wait: null,
  digest: 'digest',
  follow_up: 'follow_up',
  side_conversation: 'side_conversation',
};

export type Came = readonly [alert: Alert, how: AlertWay];

/** Made one by one in a round: each is several calls. */
const mostMade = 5;

export interface Acted {
  outcomes: AlertOutcomes;
  /** Came through, and are not written down. */
  unrecorded: Came[];
  /** What stopped it, with the rest undone; `null` where nothing did. */
  failure: Failure | null;
}

/** `tab` recognises this tab's own locks. Never throws: what was done is told also where something else failed. */
export async function actOnAlerts(app: AlertApp, alerts: readonly Alert[], tab: string): Promise<Acted> {
  const outcomes: AlertOutcomes = [];
  let unrecorded: Came[] = [];
  try {
    for (const step of stepsOf(app, alerts, tab)) {
      const made = await step();
      outcomes.push(...made);
      unrecorded = made.flatMap(cameOf);
      if (unrecorded.length > 0) await recordAlerts(app, unrecorded);
      unrecorded = [];
    }
    return { outcomes, unrecorded, failure: null };
  } catch (cause) {
    return { outcomes, unrecorded, failure: asFailure(cause) };
  }
}

function cameOf([alert, outcome]: AlertOutcomes[number]): Came[] {
  const way = outcome === 'done' || outcome === 'mailed' ? ways[alert.how] : null;
  return way ? [[alert, way]] : [];
}

/** The quickest for the most people first. */
function stepsOf(app: AlertApp, alerts: readonly Alert[], tab: string): (() => Promise<AlertOutcomes>)[] {
  const of = (...kinds: Alert['how'][]) => alerts.filter(({ how }) => kinds.includes(how));
  const known = of('note_sent', 'in_app').map((alert): [Alert, AlertOutcome] => [alert, 'done']);
  // Without a field to write it in there is no digest: too many mails are better than none.
  const isWritable = app.configuration.digestFieldId !== null;
  const single = isWritable ? [] : of('digest').filter(({ workflow }) => !isDaily(workflow));
  const handed = [...of('hand_over', 'wait'), ...single];
  const digests = groupedBy(
    of('digest').filter((alert) => !single.includes(alert)),
    ({ digest, workflow }) => digest ?? workflow.id,
  );
  const made = of('follow_up', 'side_conversation').slice(0, mostMade);
  return [
    ...(known.length > 0 ? [async () => known] : []),
    ...(handed.length > 0 ? [() => handOver(app, handed)] : []),
    ...[...digests].map(
      ([name, own]) =>
        () =>
          sendDigest(app, name, own),
    ),
    ...made.map((alert) => async (): Promise<AlertOutcomes> => [[alert, await make(app, alert, tab)]]),
  ];
}

const final: Partial<Record<Failure['kind'], AlertOutcome>> = {
  conflict: 'again',
  closedTicket: 'again',
  notFound: 'gone',
  forbidden: 'forbidden',
  invalid: 'refused',
};

/** One ticket's refusal keeps nobody else from hearing. */
function make(app: AlertApp, alert: Alert, tab: string): Promise<AlertOutcome> {
  const isTalk = alert.how === 'side_conversation';
  const made = isTalk ? beginTalk(app, alert, tab) : carryClosed(app, alert, tab);
  return made.catch((cause: unknown) => {
    const { kind } = asFailure(cause);
    // The account has no side conversations, or this role may begin none: it says nothing of tickets.
    if (isTalk && (kind === 'forbidden' || kind === 'notFound')) return 'refused';
    const outcome = final[kind];
    if (!outcome) throw cause;
    return outcome;
  });
}
