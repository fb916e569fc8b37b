/** What an admin can choose from: survey questions, ticket fields, and places that look like scores. */
import type { App } from '../app.ts';
import type { Configuration } from '../care/configuration.ts';
import { asFailure, type Failure } from '../care/failure.ts';
import { withMeaning } from '../care/setup/surveyQuestions.ts';
import { type Offer, offersIn } from '../care/sourceOffers.ts';
import { readScoreFields, type TicketField } from '../zendesk/ticketFields.ts';
import type { Ticket } from '../zendesk/tickets.ts';
import type { Lately } from './previewSource.ts';
import { readQuestions } from './readSurvey.ts';

export interface SourceChoices {
  /** The survey's questions with what they mean, and those only answers from before name. */
  questions: Configuration['questions'];
  /** Ids of the questions the survey asks today. */
  asked: string[];
  fields: TicketField[];
  offers: Offer[];
  /** What could not be read; the rest is there. */
  failure: Failure | null;
}

/** Four calls, side by side. Never throws. */
export async function readSourceChoices(
  app: App,
  configuration: Configuration,
  lately: Lately,
): Promise<SourceChoices> {
  const { http } = app.zendesk;
  let failure: Failure | null = null;
  const orNone = (cause: unknown): [] => {
    failure ??= asFailure(cause);
    return [];
  };
  const [found, fields, tickets] = await Promise.all([
    readQuestions(app).catch(orNone),
    readScoreFields(http).then(withoutOwn(configuration)).catch(orNone),
    lately.tickets().catch(orNone),
  ]);
  return {
    questions: withMeaning(found, configuration.questions),
    asked: found.map(({ id }) => id),
    fields,
    offers: offersIn(fields, seenOn(tickets), configuration.scoreSources),
    failure,
  };
}

function seenOn(tickets: readonly Ticket[]) {
  const values = new Map<string, string[]>();
  for (const { custom_fields } of tickets)
    for (const { id, value } of custom_fields)
      if (value !== null && value !== undefined) values.set(id, [...(values.get(id) ?? []), String(value)]);
  return { values, tags: tickets.flatMap(({ tags }) => tags) };
}

/** What the app itself writes on tickets is no source: it would read its own words. */
const withoutOwn =
  ({ mirror }: Configuration) =>
  (fields: TicketField[]): TicketField[] =>
    fields.filter(({ id }) => ![mirror.status, mirror.bucket, mirror.due, mirror.score].includes(id));
