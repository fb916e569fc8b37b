/** What was asked of the account in at most eight calls, so that a checklist can be made of it. */
import type { FailureKind } from '../failure.ts';
import type { FoundRule, RuleDefinitions } from '../workflows/rulePlan.ts';

/** `null` where it was not asked: the calls were needed for something else. */
export type Asked<T> = { value: T } | { refused: FailureKind } | null;

export interface FoundObjectField {
  key: string;
  /** Of the standard name field. */
  isUnique: boolean;
  /** Values of a dropdown. */
  options: readonly string[];
}

export interface FoundRules {
  rules: readonly FoundRule[];
  /** There are more than were read. */
  isCut: boolean;
}

/** A custom role below the admins; what it may do with the records of each of this app's objects. */
export interface RoleGrants {
  id: string;
  name: string;
  /** By object key; `null` where Zendesk does not say. */
  grants: Readonly<Record<string, { mayRead: boolean; mayWrite: boolean } | null>>;
}

/** What somebody's open app said of the scores: no call of its own. */
export interface FoundSync {
  /** When scores were last looked for, epoch milliseconds; `null` for never. */
  at: number | null;
  failure: FailureKind | null;
}

export interface FoundQuestion {
  isCsat: boolean;
  scale: number | null;
  headline: string;
}

export interface Probe {
  /** When it was asked, epoch milliseconds. */
  at: number;
  /** Calls it took. */
  calls: number;
  /** Keys of the custom objects there are. */
  objects: Asked<readonly string[]>;
  /** By object key, of objects that are there. */
  objectFields: Readonly<Record<string, Asked<readonly FoundObjectField[]>>>;
  definitions: Asked<RuleDefinitions>;
  triggers: Asked<FoundRules>;
  automations: Asked<FoundRules>;
  views: Asked<FoundRules>;
  /** Empty where every agent may use the objects. */
  roles: Asked<readonly RoleGrants[]>;
  questions: Asked<readonly FoundQuestion[]>;
  hasLegacyCsat: Asked<boolean>;
  /** Names of the account's schedules. */
  schedules: Asked<readonly string[]>;
  sync: FoundSync | null;
}
