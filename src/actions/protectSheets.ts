/** Makes the guarded object and the rules that guard it. Pressed again it mends what is missing. */
import type { App } from '../app.ts';
import { readerFields, sheetBody, sheetPlan, sheetRules } from '../care/coaching/sheetPlan.ts';
import { Failure } from '../care/failure.ts';
import {
  type AccessRule,
  currentUser,
  type RuleCondition,
  readAccessRules,
  readPolicies,
  readRuleSubjects,
  writeAccessRule,
  writePolicy,
} from '../zendesk/accessRules.ts';
import { createField, createObject, readFields, readObjectKeys } from '../zendesk/customObjects.ts';
import type { Http } from '../zendesk/http.ts';
import { unguarded } from './readSheetProtection.ts';

const { key } = sheetPlan;

/**
 * Records can hold words only at the end, when every role that reads them is bound by a rule. About fifteen calls,
 * admins only. Throws `Failure`: `forbidden` where the plan has no access rules, `unexpected` where they do not hold.
 */
export async function protectSheets(app: App): Promise<void> {
  const { http } = app.zendesk;
  // Before anything is made in an account that could not guard it.
  await readRuleSubjects(http, 'fl_doc');
  await makeObject(http);
  const rules = await makeRules(http);
  await bindRoles(http, rules);
  const open = unguarded(await readPolicies(http, key));
  if (open.length > 0) throw new Failure('unexpected', { message: `not bound: ${open.join(', ')}` });
  const fields = await readFields(http, key);
  if (!fields.some((field) => field.key === sheetBody.key)) await createField(http, key, sheetBody);
}

async function makeObject(http: Http): Promise<void> {
  if (!(await readObjectKeys(http)).includes(key)) await createObject(http, sheetPlan);
  const fields = await readFields(http, key);
  for (const field of sheetPlan.fields)
    if (!fields.some((found) => found.key === field.key)) await createField(http, key, field);
}

interface RuleIds {
  readers: string;
  author: string;
}

async function makeRules(http: Http): Promise<RuleIds> {
  const subjects = await readRuleSubjects(http, key);
  const author = matching(subjects, 'created_by_user');
  const readers = readerFields.map((field) => matching(subjects, field));
  const found = await readAccessRules(http, key);
  const make = (title: string, any: RuleCondition[]) => ruleId(http, found, title, any);
  return {
    readers: await make(sheetRules.readers, [author, ...readers]),
    author: await make(sheetRules.author, [author]),
  };
}

/** Subjects are keys alone, or with where they belong before them. */
function matching(subjects: ReadonlyMap<string, readonly string[]>, field: string): RuleCondition {
  const subject = [...subjects.keys()].find((name) => name === field || name.endsWith(`.${field}`));
  if (subject === undefined || !subjects.get(subject)?.includes('matches'))
    throw new Failure('unexpected', { message: `no rule can test ${field}` });
  return { field: subject, operator: 'matches', value: currentUser };
}

async function ruleId(
  http: Http,
  found: readonly AccessRule[],
  title: string,
  any: RuleCondition[],
): Promise<string> {
  const known = found.find((rule) => rule.title === title);
  const print = (conditions: readonly RuleCondition[]) =>
    JSON.stringify(conditions.map(({ field, operator, value }) => [field, operator, value]));
  if (known && known.all.length === 0 && print(known.any) === print(any)) return known.id;
  return writeAccessRule(http, key, { id: known?.id ?? null, title, any });
}

/** Roles that may use the app's documents use sheets as well; those bound already are left alone. */
async function bindRoles(http: Http, { readers, author }: RuleIds): Promise<void> {
  const users = (await readPolicies(http, 'fl_doc')).filter(({ grants }) => grants.read.isAllowed);
  const known = await readPolicies(http, key);
  const ruleIds = { read: readers, create: author, update: readers, delete: author };
  for (const { id, grants } of known) {
    const isUser = users.some((user) => user.id === id) || grants.read.isAllowed;
    const isBound = Object.entries(ruleIds).every(
      ([scope, own]) =>
        grants[scope as keyof typeof ruleIds].ruleId === own &&
        grants[scope as keyof typeof ruleIds].isAllowed,
    );
    if (isUser && !isBound) await writePolicy(http, key, id, ruleIds);
  }
}
