/** The emulated account as it is at the start: people, fields, survey, rules, the story, and what `scale` adds. */
import type { AccountName, CsatGeneration, Plan } from '../control.ts';
import { runAutomations } from '../rules/runAutomations.ts';
import { type AccountKind, accounts } from './accounts.ts';
import { addAutomations } from './automations.ts';
import { addFields, addTriggers } from './fields.ts';
import { addPeople } from './people.ts';
import { makeSources } from './scale.ts';
import { addSchedules } from './schedules.ts';
import { addStory } from './story.ts';
import { addSurvey } from './surveyDefinition.ts';
import { type Course, createEmptyWorld, storyNow, type World } from './world.ts';

/** An app as installed on the account before anybody changed its settings. */
export interface AppSeed {
  appId: number;
  installationId: number;
  settings: Record<string, unknown>;
}

export interface WorldOptions {
  /** Feedbacks made from their number beside the story's, 0 to 1,000,000. */
  scale?: number;
  /** Of 100 of those, how many customers answered, 0 to 100. */
  answered?: number;
  /** The generation the story is played under; changing `world.csat` later leaves the past as it was. */
  csat?: CsatGeneration;
  plan?: Plan;
  /** What the account is like besides; `csat` and `plan` given here count more than the account's own. */
  account?: AccountName;
  apps?: AppSeed[];
  /** False leaves the story's tickets and customers out: an account with staff, fields and survey only. */
  hasStory?: boolean;
}

/** A fresh world; two of the same options are equal to the letter. */
export function createWorld(options: WorldOptions = {}): World {
  const { scale = 0, answered = 100, apps = [], hasStory = true } = options;
  const kind: AccountKind | null = options.account ? accounts[options.account] : null;
  const makeAll = (course: Course) => makeSources({ scale, answered }, course);
  const world = createEmptyWorld({ scale, answered, makeSources: makeAll });
  world.csat = options.csat ?? kind?.csat ?? 'survey';
  world.plan = options.plan ?? kind?.plan ?? world.plan;
  addPeople(world);
  addFields(world);
  addSchedules(world);
  addSurvey(world);
  if (hasStory) addStory(world);
  addTriggers(world);
  addAutomations(world);
  for (const app of apps) install(world, app);
  kind?.change?.(world);
  world.onTime.push((from, to) => runAutomations(world, from, to));
  return world;
}

function install(world: World, { appId, installationId, settings }: AppSeed): void {
  world.installations.put({
    id: installationId,
    app_id: appId,
    enabled: true,
    settings: { ...settings },
    created_at: storyNow,
    updated_at: storyNow,
  });
}
