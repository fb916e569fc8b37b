/** A place a score can come from. One file a source, one line in the registry. */
import type { Configuration } from '../../care/configuration.ts';
import type { Metric, SourceId } from '../../care/rating.ts';
import type { Sighting } from '../../care/sighting.ts';
import type { CurrentUser } from '../currentUser.ts';
import type { Http } from '../http.ts';
import type { Priority } from '../scheduler.ts';
import type { Ticket } from '../tickets.ts';

export interface SourceContext {
  http: Http;
  user: CurrentUser;
  configuration: Configuration;
  /** People's clicks before what nobody waits for. */
  priority: Priority;
  /** Hears how many rows of an answer could not be read; the others go on. */
  onBroken?: (count: number) => void;
}

/** Where the survey stands when nobody has answered, or has. */
export type SurveyState = 'answered' | 'offered' | 'expired' | 'not_offered' | 'no_survey';

/** What one place says of one ticket. */
export interface Reading extends Sighting {
  state: SurveyState;
  /** The customer's own words, read live and never stored. */
  comment: string | null;
  reason: string | null;
  /** Last moment the customer may answer or change the answer, epoch milliseconds. */
  expiresAt: number | null;
  /** When the survey went out, epoch milliseconds; `null` where this place does not tell. */
  offeredAt: number | null;
  /** Every moment this place knows the customer to have answered, epoch milliseconds. */
  answerTimes: number[];
  /** Metrics this place is there to tell and has no rating for: known ones from here are gone. */
  absent: Metric[];
}

/** By ticket id. A ticket that is missing has no such place. */
export type Readings = Map<string, Reading>;

export interface Source {
  /** Also the key of its name: `source.<id>`. */
  id: SourceId;
  /**
   * Reads one ticket or a thousand. Empty when this person or account has no such place: nothing is asked. Throws
   * `Failure`. One row that cannot be read never takes the others with it.
   */
  read(context: SourceContext, tickets: readonly Ticket[]): Promise<Readings>;
}
