/** Which feedbacks may be shown at a huddle, and as what. */
import type { Columns } from '../insights/columns.ts';
import { keyAt, textAt } from '../insights/columns.ts';
import { flags } from '../insights/row.ts';
import { dayOf } from '../schedule.ts';
import { everybody, type Slot } from './huddle.ts';

/** What a constructive one is about, those that come first first; of a positive one it is only told. */
export const causes = ['process', 'root_cause', 'unsaid', 'agent'] as const;
export type Cause = (typeof causes)[number];

export interface Candidate {
  key: string;
  slot: Slot;
  cause: Cause;
  /** Epoch milliseconds; and that day. */
  at: number;
  day: string;
  groupId: string | null;
  agentId: string | null;
  topic: string | null;
  /** On 1-5, higher = better, in hundredths; 0 for none. */
  csat: number;
  ces: number;
  /** Good or bad is known. */
  isGood: boolean | null;
}

/** Is it about what one person did? Until somebody says otherwise it may be. */
export const isPersonal = ({ cause }: Pick<Candidate, 'cause'>) => cause === 'agent' || cause === 'unsaid';

/** Answers of this much effort or more are hard. */
const hardBelow = 300;
const easyFrom = 400;

const bucketCauses: readonly Cause[] = ['unsaid', 'agent', 'process', 'root_cause'];

/** Every feedback somebody gave that counts, that nobody doubts or disputes, and that is good or bad news. */
export function candidatesIn(columns: Columns, zone: string): Candidate[] {
  const found: Candidate[] = [];
  for (let index = 0; index < columns.n; index += 1) {
    const slot = slotAt(columns, index);
    if (slot === null) continue;
    const at = (columns.at[index] ?? 0) * 1000;
    const verdict = columns.verdict[index] ?? 0;
    found.push({
      key: keyAt(columns, index),
      slot,
      cause: causeAt(columns, index),
      at,
      day: dayOf(at, zone),
      groupId: textAt(columns, 'groupId', index),
      agentId: textAt(columns, 'agentId', index),
      topic: textAt(columns, 'topic', index),
      csat: columns.csat[index] ?? 0,
      ces: columns.ces[index] ?? 0,
      isGood: verdict === 0 ? null : verdict === 2,
    });
  }
  return found;
}

export const ofTeam = (candidates: readonly Candidate[], team: string) =>
  candidates.filter(({ groupId }) => team === everybody || groupId === team);

function slotAt(columns: Columns, index: number): Slot | null {
  const own = columns.flags[index] ?? 0;
  const isDoubted = (own & (flags.isLeftOut | flags.isSuspected)) !== 0;
  if (isDoubted || (columns.dispute[index] ?? 0) !== 0) return null;
  const [verdict, ces] = [columns.verdict[index] ?? 0, columns.ces[index] ?? 0];
  const isHard = ces > 0 && ces < hardBelow;
  if (verdict === 1 || isHard || (own & flags.isBelow) !== 0) return 'constructive';
  return verdict === 2 || ces >= easyFrom ? 'positive' : null;
}

/** A nice team and a hard process is about the process, until somebody says otherwise. */
function causeAt(columns: Columns, index: number): Cause {
  const said = bucketCauses[columns.bucket[index] ?? 0] ?? 'unsaid';
  const isNiceButHard = ((columns.flags[index] ?? 0) & flags.isNiceButHard) !== 0;
  return said === 'unsaid' && isNiceButHard ? 'process' : said;
}
