/** Counts coverage by month, as surveys are read, and writes it down. `readCoverage.ts` reads it for everybody. */
import { boundsOf, emptyTally, monthOf, monthsBetween, withSurvey } from '../care/coverage.ts';
import { type GroupTally, packGroups } from '../care/coverageBody.ts';
import { ratedAt } from '../care/feedback.ts';
import { writeDocs } from '../zendesk/docs.ts';
import { readLegacyRatingPages } from '../zendesk/legacyRatings.ts';
import type { Outside } from '../zendesk/outside.ts';
import { type EpochUnit, readResponsePages, type SurveyResponse } from '../zendesk/responses.ts';
import { chainsSince } from './chains.ts';
import type { CountedSurvey } from './recordCounted.ts';
import { recordRatings } from './recordRatings.ts';
import { recordSurveys } from './recordSurveys.ts';

/** Months being counted, by month and group. */
export type MonthTallies = ReadonlyMap<string, readonly GroupTally[]>;

/** The same with these surveys in them. */
export function withCounted(tallies: MonthTallies, counted: readonly CountedSurvey[]): MonthTallies {
  const next = new Map(tallies);
  for (const { month, groupId, ...survey } of counted) {
    const groups = next.get(month) ?? [];
    const known = groups.find((one) => one.groupId === groupId) ?? { groupId, tally: emptyTally() };
    const answeredAt = survey.feedback && ratedAt(survey.feedback);
    const isLate = answeredAt !== null && monthOf(answeredAt) !== month;
    const tally = withSurvey(known.tally, { ...survey, isLate });
    next.set(month, [...groups.filter((one) => one !== known), { groupId, tally }]);
  }
  return next;
}

/** Writes months down, in one call. `from` is where the count began, epoch milliseconds. Throws `Failure`. */
export async function writeMonths(app: Outside, tallies: MonthTallies, from: number): Promise<void> {
  const docs = [...tallies].map(([month, groups]) => {
    const isPartial = from > boundsOf(month)[0];
    return { key: month, body: { at: app.now(), isPartial, groups: packGroups(groups) } };
  });
  await writeDocs(app.zendesk.http, 'coverage', docs);
}

/** Surveys are read so many a page, and two pages at once: with the place they fill one job. */
export const surveysPerPage = 49;

/** Two pages at a time, as far as there are two. */
export async function* readSurveyUnits(
  app: Outside,
  window: { from: number; to: number; unit: EpochUnit; after: string | null },
): AsyncGenerator<{ responses: SurveyResponse[]; broken: number; after: string | null }> {
  const pages = readResponsePages(app.zendesk.http, {
    createdFrom: window.from,
    createdTo: window.to,
    unit: window.unit,
    pageSize: surveysPerPage,
    after: window.after,
    priority: 'background',
  });
  for (;;) {
    const first = await pages.next();
    if (first.done) return;
    const second = first.value.after === null ? null : await pages.next();
    const both = second && !second.done ? [first.value, second.value] : [first.value];
    yield {
      responses: both.flatMap(({ responses }) => responses),
      broken: both.reduce((sum, { broken }) => sum + broken, 0),
      after: both.at(-1)?.after ?? null,
    };
  }
}

const day = 86_400_000;
/** A survey can be answered for so long. */
const answerable = 28 * day;

export interface CountOptions {
  isStopped?: () => boolean;
  /** Nobody has read these surveys before: whose they are is read along, from the account's ticket events. */
  isFirst?: boolean;
}

/**
 * Reads the surveys again that may still have changed, from the beginning of the month in which the oldest of them
 * was sent: counts those months anew, and finds what only the surveys tell (answers that name no ticket, tickets
 * named later). Admins only; throws `Failure`. `false` where it was stopped before the end: then nothing is counted.
 */
export async function countRecent(
  app: Outside,
  unit: EpochUnit,
  { isStopped = () => false, isFirst = false }: CountOptions = {},
): Promise<boolean> {
  const to = app.now();
  const from = boundsOf(monthOf(to - answerable))[0];
  let tallies: MonthTallies = new Map(monthsBetween(from, to).map((month) => [month, []]));
  for await (const counted of countedSince(app, { from, to, unit, isFirst })) {
    tallies = withCounted(tallies, counted);
    if (isStopped()) return false;
  }
  await writeMonths(app, tallies, from);
  return true;
}

/** Page by page, of the generation of CSAT the account has. */
async function* countedSince(
  app: Outside,
  { from, to, unit, isFirst }: { from: number; to: number; unit: EpochUnit; isFirst: boolean },
): AsyncGenerator<readonly CountedSurvey[]> {
  const chains = isFirst ? chainsSince(app, from) : () => null;
  const options = { isFresh: false, chains, place: null };
  if (app.configuration.survey === 'legacy') {
    for await (const { ratings } of readLegacyRatingPages(app.zendesk.http, { from, to }))
      yield (await recordRatings(app, ratings, options)).counted;
    return;
  }
  for await (const { responses } of readSurveyUnits(app, { from, to, unit, after: null }))
    yield (await recordSurveys(app, responses, options)).counted;
}
