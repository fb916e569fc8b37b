/** Scores that other survey tools leave on tickets, where an admin said they stand: fields, tags and notes. */
import type { Configuration, ScoreSource, ScoreSourceKind } from '../care/configuration.ts';
import { scoreIn } from '../care/pattern.ts';
import { type Metric, metrics, type Rating, type SourceId } from '../care/rating.ts';
import type { Reading } from './sources/source.ts';
import type { Ticket } from './tickets.ts';

const idOf: Record<ScoreSourceKind, SourceId> = {
  field: 'ticket_field',
  tag: 'ticket_tag',
  comment: 'ticket_comment',
};

/** What was found in one place: a score, `none` where there is none, `null` where this place does not exist. */
type Finding =
  | { value: number; answeredAt: number | null; times: number[]; comment: string | null }
  | 'none'
  | null;

type Place = Pick<Ticket, 'id' | 'updated_at'>;

const plain = (value: number): Finding => ({ value, answeredAt: null, times: [], comment: null });

/** By custom fields; `null` where the ticket has none of those configured. */
export function readingOfFields(configuration: Configuration, ticket: Ticket): Reading | null {
  return readingOf(configuration, 'field', ticket, (source) => {
    const field = ticket.custom_fields.find(({ id }) => id === source.fieldId);
    if (!field) return null;
    const value = numberIn(field.value);
    if (value !== null && isOnScale(value, source)) return plain(value);
    // Something that is no score says nothing about the score there was.
    return isEmpty(field.value) ? 'none' : null;
  });
}

/** By tags. */
export function readingOfTags(configuration: Configuration, ticket: Ticket): Reading | null {
  return readingOf(configuration, 'tag', ticket, (source) => {
    const values = ticket.tags.map((tag) => scoreIn(tag, source.pattern ?? '', true));
    const value = values.findLast((found) => found !== null && isOnScale(found, source)) ?? null;
    return value === null ? 'none' : plain(value);
  });
}

export interface Note {
  body: string;
  /** Epoch milliseconds. */
  at: number;
}

/** By internal notes in any order; `isWhole` says that they are all the ticket has. */
export function readingOfNotes(
  configuration: Configuration,
  ticket: Place,
  notes: readonly Note[],
  isWhole: boolean,
): Reading | null {
  const newestFirst = [...notes].sort((a, b) => b.at - a.at);
  return readingOf(configuration, 'comment', ticket, (source) => {
    const matches = newestFirst.flatMap((note) => {
      const value = scoreIn(note.body, source.pattern ?? '', false);
      return value !== null && isOnScale(value, source) ? [{ ...note, value }] : [];
    });
    const [newest] = matches;
    if (!newest) return isWhole ? 'none' : null;
    const { value, at, body } = newest;
    return { value, answeredAt: at, times: matches.map((match) => match.at), comment: restOf(body, source) };
  });
}

/** Of several places for one metric the one configured first that has a score holds. */
function readingOf(
  configuration: Configuration,
  kind: ScoreSourceKind,
  ticket: Place,
  find: (source: ScoreSource) => Finding,
): Reading | null {
  const configured = configuration.scoreSources.filter((source) => source.kind === kind);
  const found = configured.map((source) => ({ source, finding: find(source) }));
  if (found.every(({ finding }) => finding === null)) return null;
  const chosen = metrics.flatMap((metric) => {
    const own = found.find(({ source, finding }) => source.metric === metric && isScore(finding));
    return own && isScore(own.finding) ? [{ source: own.source, finding: own.finding }] : [];
  });
  return {
    state: chosen.length > 0 ? 'answered' : 'no_survey',
    ratings: chosen.map(({ source, finding }) => toRating(kind, ticket, source, finding)),
    isAlreadyRevised: false,
    comment: chosen.find(({ finding }) => finding.comment !== null)?.finding.comment ?? null,
    reason: null,
    expiresAt: null,
    offeredAt: null,
    answerTimes: chosen.flatMap(({ source, finding }) => (source.metric === 'csat' ? finding.times : [])),
    absent: metrics.filter((metric) => isGone(metric, found)),
  };
}

const isScore = (finding: Finding) => finding !== null && finding !== 'none';

/** All places for the metric are there and empty. */
function isGone(metric: Metric, found: readonly { source: ScoreSource; finding: Finding }[]): boolean {
  const own = found.filter(({ source }) => source.metric === metric);
  return own.length > 0 && own.every(({ finding }) => finding === 'none');
}

function toRating(
  kind: ScoreSourceKind,
  ticket: Place,
  source: ScoreSource,
  { value, answeredAt }: Exclude<Finding, 'none' | null>,
): Rating {
  return {
    metric: source.metric,
    value,
    scale: source.scale,
    lowest: source.lowest,
    verdict: null,
    source: idOf[kind],
    definition: source.id,
    answeredAt,
    asOf: ticket.updated_at,
  };
}

const isOnScale = (value: number, { lowest, scale }: ScoreSource) => value >= lowest && value <= scale;

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * The number a field holds: itself, as text, as `4/5` or `4 out of 5`, or the last one in an option such as
 * `csat_4`. A tick is no number.
 */
export function numberIn(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.length === 1 ? numberIn(value[0]) : null;
  if (typeof value !== 'string') return null;
  const text = value.trim().slice(0, 200);
  if (/^[-+]?\d+(?:[.,]\d+)?$/.test(text)) return toNumber(text);
  const part = /(\d+(?:[.,]\d+)?)[\s_-]*(?:\/|out[\s_-]of|of)[\s_-]*\d/i.exec(text)?.[1];
  const last = text.match(/\d+(?:[.,]\d+)?/g)?.at(-1);
  const found = part ?? last;
  return found === undefined ? null : toNumber(found);
}

const toNumber = (text: string) => Number(text.replace(',', '.'));

/** What the customer wrote, where the tool puts it below the line with the score. */
function restOf(body: string, { pattern }: ScoreSource): string | null {
  const lines = body.split('\n');
  const place = lines.findIndex((line) => scoreIn(line, pattern ?? '', false) !== null);
  if (place === -1) return null;
  return (
    lines
      .slice(place + 1)
      .join('\n')
      .trim() || null
  );
}
