/** What people said about suspected ratings, counted by the mail domain they came from. */
import type { App } from '../app.ts';
import { readDocs, writeDoc } from '../zendesk/docs.ts';
import { domainOf } from './readKnownDomain.ts';

/** How many more of the domain's answers were a scanner's or a person's; negative takes that back. */
export interface Lesson {
  robot?: number;
  genuine?: number;
}

interface Learned {
  robot: number;
  genuine: number;
}

/** Best effort, after the fact is safe: never throws. No address is kept, only its domain. */
export async function trainScanner(app: App, email: string | null, lesson: Lesson): Promise<void> {
  const domain = domainOf(email);
  if (domain === null) return;
  try {
    const { http } = app.zendesk;
    const [found] = await readDocs(http, 'scanner', [domain], 'background');
    const before = learnedIn(found?.body);
    const added = (member: keyof Learned) => Math.max(0, before[member] + (lesson[member] ?? 0));
    const body: Learned = { robot: added('robot'), genuine: added('genuine') };
    await writeDoc(http, 'scanner', domain, body, 'background');
  } catch {
    // What was decided is in the ledger; the list of domains only helps to suspect.
  }
}

function learnedIn(body: unknown): Learned {
  const { robot, genuine } = (typeof body === 'object' && body !== null ? body : {}) as Partial<
    Record<keyof Learned, unknown>
  >;
  return { robot: countIn(robot), genuine: countIn(genuine) };
}

const countIn = (value: unknown) => (typeof value === 'number' && value > 0 ? Math.trunc(value) : 0);
