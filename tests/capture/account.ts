/** An emulated account after set-up, and people's apps on it, with the patience a large world needs. */
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import type { ScoreSource } from '../../src/care/configuration.ts';
import { createHttp } from '../../src/zendesk/http.ts';
import type { CsatGeneration, PersonaKey } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { fieldIds } from '../emulator/world/fields.ts';
import { createTestApp, type TestAppOptions } from '../testApp.ts';

export interface AccountOptions {
  csat?: CsatGeneration;
  scale?: number;
  answered?: number;
  hasStory?: boolean;
  /** Places where other tools leave scores, as an admin has configured them. */
  sources?: ScoreSource[];
}

export interface Account {
  workspace: Workspace;
  /** Another frame of somebody's app. */
  appOf(persona: PersonaKey, options?: TestAppOptions): Promise<App>;
  /** Answers opened before it are history, epoch milliseconds. */
  casesSince: number;
}

/** Milliseconds after which a call counts as unanswered. */
const timeoutMs = 60_000;

/** Real time runs by a minute and a second with each look at it: no budget of the account is ever spent. */
function hurry({ world }: Workspace): void {
  let real = 0;
  world.realNow = () => {
    real += 61_000;
    return real;
  };
}

export async function createAccount(options: AccountOptions = {}): Promise<Account> {
  const { csat = 'survey', scale = 0, answered = 100, hasStory = true, sources = [] } = options;
  const seed = { appId: 7, installationId: 70, settings: {} };
  const workspace = createWorkspace({ csat, scale, answered, hasStory, apps: [seed] });
  hurry(workspace);
  const appOf = (persona: PersonaKey, appOptions: TestAppOptions = {}) =>
    patient(workspace, persona, appOptions);
  const configuration = await setUp(await appOf('admin'), () => {});
  configure(workspace, { ...configuration, scoreSources: sources });
  return { workspace, appOf, casesSince: configuration.casesSince ?? 0 };
}

function configure({ world }: Workspace, configuration: object): void {
  const [installation] = world.installations.values();
  if (!installation) throw new Error('the app is not installed');
  const settings = { ...installation.settings, configuration: JSON.stringify(configuration) };
  world.installations.put({ ...installation, settings });
}

async function patient(workspace: Workspace, persona: PersonaKey, options: TestAppOptions): Promise<App> {
  const app = await createTestApp(workspace, persona, options);
  const clock = { now: () => workspace.world.now(), correct: () => {} };
  const http = createHttp(app.zendesk.client, { clock, timeoutMs, wait: async () => {} });
  return { ...app, zendesk: { ...app.zendesk, http } };
}

/** Every place where the story's other survey tools leave scores. */
export const thirdPartySources: ScoreSource[] = [
  source({ id: 'score', kind: 'field', metric: 'csat', fieldId: String(fieldIds.surveyScore), scale: 5 }),
  source({
    id: 'effort',
    kind: 'field',
    metric: 'ces',
    fieldId: String(fieldIds.customerEffort),
    scale: 7,
    isLowerBetter: true,
  }),
  source({ id: 'tag', kind: 'tag', metric: 'csat', pattern: 'csat_{score}', scale: 5 }),
  source({ id: 'tag-effort', kind: 'tag', metric: 'ces', pattern: 'ces_{score}', scale: 7 }),
  source({ id: 'note', kind: 'comment', metric: 'csat', pattern: 'Nicereply rating: {score}/5', scale: 5 }),
];

function source(
  given: Pick<ScoreSource, 'id' | 'kind' | 'metric' | 'scale'> & Partial<ScoreSource>,
): ScoreSource {
  return { fieldId: null, pattern: null, lowest: 1, isLowerBetter: false, headline: given.id, ...given };
}
