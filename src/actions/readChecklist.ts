/** What is in place in the account, what set-up would do, and what cannot be. */
import type { App } from '../app.ts';
import type { Checklist } from '../care/setup/checklist.ts';
import { checklistOf } from '../care/setup/checklistOf.ts';
import type { Probe } from '../care/setup/probe.ts';
import { needsDigest } from '../care/workflows/digestNeed.ts';
import { planRules } from './planRules.ts';
import { probe } from './probe.ts';

/** Eight calls at most; against the configuration as this frame knows it. Throws `Failure` where Zendesk is away. */
export async function readChecklist(app: App): Promise<Checklist> {
  const found = await probe(app);
  const { configuration, user } = app;
  const { definitions } = found;
  const rules =
    definitions !== null && 'value' in definitions
      ? planRules(app, withDigestField(app), definitions.value)
      : null;
  const items = checklistOf(found, { configuration, timeZone: user.timeZone, rules });
  return { items, at: found.at, calls: found.calls, isCut: isCutIn(found) };
}

/** The field a digest needs will be made before the rules are: they are not impossible for the lack of it. */
function withDigestField({ configuration }: App): App['configuration'] {
  const { digestFieldId } = configuration;
  return digestFieldId === null && needsDigest(configuration)
    ? { ...configuration, digestFieldId: '0' }
    : configuration;
}

const isCutIn = ({ triggers, automations, views }: Probe) =>
  [triggers, automations, views].some((asked) => asked !== null && 'value' in asked && asked.value.isCut);
