import type { PackWords } from '../../actions/packText.ts';
import type { App } from '../../app.ts';
import type { PackIssue } from '../../care/issues/pack.ts';
import { dayText, monthText, ownerText } from './issueText.ts';
import { type About, asText, sentenceLines } from './sentenceLines.ts';
import type { Month } from './useMonth.ts';

/** What a sentence of the pack is about, in words. */
export function aboutOf(
  app: App,
  { issue, name }: Pick<PackIssue, 'issue' | 'name'>,
  { month, zone }: Month,
  names: Record<string, string>,
): About {
  const due = issue?.dueOn ?? null;
  return {
    name,
    month: monthText(app, month, zone),
    owner: issue && ownerText(issue, names, app),
    due: due === null ? null : dayText(app, due),
  };
}

/** The pack's own words for texts and tables: the same as the page says. */
export const packWords = (app: App, month: Month, names: Record<string, string>): PackWords => ({
  month: monthText(app, month.month, month.zone),
  sentence: (one) => sentenceLines(app, one.sentence, aboutOf(app, one, month, names), asText).join(' '),
  owner: (issue) => ownerText(issue, names, app),
});
