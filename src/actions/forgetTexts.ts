/** Retention: blanks what staff typed about feedbacks that have rested for the months an admin chose. */
import * as v from 'valibot';
import { readDocs, writeDoc } from '../zendesk/docs.ts';
import { blankTexts } from '../zendesk/erasure.ts';
import { type ChangedFeedback, searchOldest } from '../zendesk/feedbackLists.ts';
import type { Outside } from '../zendesk/outside.ts';

const month = (365.25 / 12) * 86_400_000;

/** Pages of a hundred one run takes; the next run goes on. */
const mostPages = 20;

const place = v.object({ until: v.number() });

/**
 * Feedbacks whose records were last written before the time, each looked at once: how far it came is kept in the
 * account. How many texts went. Does nothing where texts are kept. Throws `Failure`.
 */
export async function forgetTexts(app: Outside): Promise<number> {
  const { http } = app.zendesk;
  const { keepMonths } = app.configuration;
  if (keepMonths === null) return 0;
  const [kept] = await readDocs(http, 'retention', ['texts'], 'background');
  const read = v.safeParse(place, kept?.body);
  const from = read.success ? read.output.until : 0;
  const to = app.now() - keepMonths * month;
  if (to <= from) return 0;
  let texts = 0;
  let after: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const found = await searchOldest(http, from, after);
    const rested = found.rows.filter(({ updatedAt }) => updatedAt <= to);
    const keys = rested.filter(isOver).map(({ feedback }) => feedback.key);
    if (keys.length > 0) texts += await blankTexts(http, keys);
    const isEnd = found.next === null || rested.length < found.rows.length;
    const reached = isEnd ? to : (rested.at(-1)?.updatedAt ?? from) - 1;
    await writeDoc(http, 'retention', 'texts', { until: reached }, 'background');
    if (isEnd) break;
    after = found.next;
  }
  return texts;
}

const isOver = ({ feedback }: ChangedFeedback) => !feedback.case || feedback.case.status === 'closed';
