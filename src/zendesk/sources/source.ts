/** A place a score can come from. One file a source, one line in the registry. */

import type { Configuration } from '../../care/configuration.ts';
import type { Sighting } from '../../care/sighting.ts';
import type { CurrentUser } from '../currentUser.ts';
import type { Http } from '../http.ts';
import type { Ticket } from '../tickets.ts';

export interface SourceContext {
  http: Http;
  ticket: Ticket;
  user: CurrentUser;
  configuration: Configuration;
}

/** Where the survey stands when nobody has answered, or has. */
export type SurveyState = 'answered' | 'offered' | 'expired' | 'not_offered' | 'no_survey';

export interface Reading extends Sighting {
  state: SurveyState;
  /** The customer's own words, read live and never stored. */
  comment: string | null;
  reason: string | null;
  /** Last moment the customer may answer or change the answer, epoch milliseconds. */
  expiresAt: number | null;
}

export interface Source {
  /** Also the key of its name: `source.<id>`. */
  id: string;
  /** `null` when this person or account has no such place: nothing is asked. Throws `Failure`. */
  read(context: SourceContext): Promise<Reading | null>;
}
