/** An issue of the register: what is wrong, who is asked for what until when, and what became of it. */
import * as v from 'valibot';
import { instant } from '../rating.ts';
import { nameSchema } from '../savedView.ts';

export const issueStatuses = ['open', 'agreed', 'in_progress', 'fixed', 'declined'] as const;
export type IssueStatus = (typeof issueStatuses)[number];

/** Characters at most. */
export const longest = {
  name: 60,
  topic: 80,
  query: 300,
  owner: 80,
  ask: 1000,
  note: 1000,
  url: 500,
} as const;
/** Entries at most. */
export const mostTopics = 10;
export const mostEvidence = 20;
export const mostTaggers = 500;

/** Control characters but line breaks are none of a text's business. */
const text = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((given) => given.replace(/[^\P{Cc}\n]+/gu, ' ').trim()),
    v.maxLength(most),
  );
const id = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const late = <T>(schema: v.GenericSchema<unknown, T>) => v.optional(v.nullable(schema), null);

/** Is it an address a browser may open: https and nothing else, without a name or password in it? */
export function isLink(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '';
}

const link = v.pipe(text(longest.url), v.check(isLink));
export const evidenceSchema = v.object({ url: late(link), text: text(longest.note) });
/** A link, a note, or both; neither is none. */
export type Evidence = v.InferOutput<typeof evidenceSchema>;

export const isDay = (day: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

/** What people type. */
const typed = {
  name: nameSchema,
  /** The topics it is about; names as `configuration.topics` has them, or as typed beside a bucket. */
  topics: v.pipe(v.array(v.pipe(text(longest.topic), v.nonEmpty())), v.maxLength(mostTopics)),
  /** A Zendesk search that finds its tickets, unrated ones included: `tags:login_page`. */
  query: late(v.pipe(text(longest.query), v.nonEmpty())),
  /** Who is to do it: a Zendesk user, or a name alone, as people elsewhere have no user here. */
  ownerId: late(id),
  ownerName: v.optional(text(longest.owner), ''),
  ask: v.optional(text(longest.ask), ''),
  /** `2026-06-30`, in nobody's zone. */
  dueOn: late(
    v.pipe(
      v.string(),
      v.check((day) => !Number.isNaN(Date.parse(day)) && isDay(day)),
    ),
  ),
  evidence: v.optional(v.pipe(v.array(evidenceSchema), v.maxLength(mostEvidence)), []),
};
const bytesOf = (given: unknown) => new TextEncoder().encode(JSON.stringify(given)).length;
/** Bytes of JSON all that is typed may take: the rest of the record is for what was done. */
export const mostDraftBytes = 14_000;
export const issueDraftSchema = v.pipe(
  v.object(typed),
  v.check((draft) => bytesOf(draft) <= mostDraftBytes),
);
export type IssueDraft = v.InferOutput<typeof issueDraftSchema>;

export const emptyIssueDraft: IssueDraft = {
  name: '',
  topics: [],
  query: null,
  ownerId: null,
  ownerName: '',
  ask: '',
  dueOn: null,
  evidence: [],
};

/** What somebody did to it. `reopened_itself`: nobody did, its contacts came back. */
export const issueActs = ['made', 'changed', 'moved', 'fixed', 'reopened', 'reopened_itself'] as const;

const entry = v.object({
  at: instant,
  /** Zendesk user id. Of `reopened_itself`: whose browser noticed. */
  byId: v.string(),
  act: v.picklist(issueActs),
  /** Of `changed`: the names of what was changed. */
  fields: v.optional(v.array(v.string()), []),
  from: late(v.picklist(issueStatuses)),
  to: late(v.picklist(issueStatuses)),
  note: late(text(longest.note)),
});
export type IssueEntry = v.InferOutput<typeof entry>;

export const issueSchema = v.object({
  ...typed,
  /** Counts the writes, so that the second of two people is told. */
  rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Recognises one's own write. */
  operation: v.string(),
  status: v.picklist(issueStatuses),
  /** When it was agreed, epoch milliseconds, and in which month's meeting (`2026-05`). */
  promisedAt: late(instant),
  promisedIn: late(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/))),
  fixedAt: late(instant),
  whatChanged: v.optional(text(longest.note), ''),
  /** Where customers or colleagues can read of it. */
  link: late(link),
  /** The last time it was opened again after it had been fixed or declined. */
  reopenedAt: late(instant),
  /** Who said of a feedback that it was about this: to be thanked once it is fixed. User ids. */
  taggedBy: v.optional(v.pipe(v.array(id), v.maxLength(mostTaggers)), []),
  /** Oldest first. `trimmed`: how many older entries had to go, a record holds 32 KB. */
  history: v.optional(v.array(entry), []),
  trimmed: v.optional(v.number(), 0),
});
export type Issue = v.InferOutput<typeof issueSchema>;

/** With what its record tells. */
export type StoredIssue = Issue & {
  id: string;
  /** Epoch milliseconds. */
  updatedAt: number;
  byId: string;
};

/** Bytes of JSON an issue may take. */
export const mostBytes = 30_000;

/** Small enough for its record: the oldest of its history go first, and how many is said. */
export function fitted(issue: Issue): Issue {
  let kept = issue;
  while (bytesOf(kept) > mostBytes && kept.history.length > 1)
    kept = { ...kept, history: kept.history.slice(1), trimmed: kept.trimmed + 1 };
  return kept;
}
