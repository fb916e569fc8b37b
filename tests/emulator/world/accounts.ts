/**
 * Accounts of eight kinds, for whoever sets the app up in them. Name → what is done to a world.
 *
 * - a unit test: `createWorkspace({ account: 'half_set_up', apps: [app] })`, then the app's set-up
 * - a running emulator: `npm start -- --account older_version`, or `POST /__emulator/reset {"account":"older_version"}`
 *
 * An older set-up's configuration goes into the settings of every installed app.
 */
import type { AccountName, CsatGeneration, Plan } from '../control.ts';
import { eventObject, feedbackObject, type ObjectSketch, putObject, putTicketField } from './appObjects.ts';
import { addForeignRules } from './foreignRules.ts';
import { storyNow, type World } from './world.ts';

export interface AccountKind {
  /** As the panel and `--help` tell it. */
  says: string;
  plan?: Plan;
  /** The generation the story is played under. */
  csat?: CsatGeneration;
  /** Done last, when people, fields, story and installations are there. */
  change?(world: World): void;
}

export const accounts: Record<AccountName, AccountKind> = {
  customizable: { says: 'customizable CSAT, never set up', csat: 'survey' },
  legacy: { says: 'good or bad only, never set up', csat: 'legacy' },
  without_csat: { says: 'no CSAT at all', csat: 'none' },
  without_objects: { says: 'Support Professional: no custom objects', plan: 'support_professional' },
  custom_roles: {
    says: 'Enterprise, whose roles have no grants on the app’s objects',
    plan: 'suite_enterprise',
  },
  older_version: { says: 'set up by an older version of the app', change: addOlderSetUp },
  half_set_up: {
    says: 'a set-up that ended after its second object',
    change: (world) => {
      for (const object of [eventObject, feedbackObject]) putObject(world, object);
    },
  },
  foreign_rules: {
    says: 'rules and a view of nearly the app’s names, made by somebody else',
    change: addForeignRules,
  },
};

/** Before documents, uncertain ratings, due dates, scores and workflows. */
function addOlderSetUp(world: World): void {
  const older = (object: ObjectSketch, change: (line: string) => string | null): ObjectSketch => ({
    ...object,
    fields: object.fields.flatMap((line) => change(line) ?? []),
  });
  putObject(
    world,
    older(eventObject, (line) => (line.startsWith('operation:') ? null : line)),
  );
  putObject(
    world,
    older(feedbackObject, (line) => line.replace(',check_first,set_aside', '')),
  );
  const status = putTicketField(world, 'Feedback status', 'fl_status_', ['New', 'In progress', 'Closed']);
  const bucket = putTicketField(world, 'Feedback bucket', 'fl_bucket_', ['Agent', 'Process', 'Root cause']);
  writeConfiguration(world, {
    version: 7,
    csatThreshold: 4,
    targetHours: 12,
    casesSince: storyNow - 97 * 86_400_000,
    mirror: { isOn: true, status: String(status), bucket: String(bucket) },
  });
}

function writeConfiguration(world: World, configuration: Record<string, unknown>): void {
  for (const installation of world.installations.values()) {
    const settings = { ...installation.settings, configuration: JSON.stringify(configuration) };
    world.installations.put({ ...installation, settings });
  }
}
