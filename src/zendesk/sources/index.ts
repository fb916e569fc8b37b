/** Every place a score can come from, in the order of `sourceOrder`: the most trusted first. */
import { legacyRatings } from './legacyRatings.ts';
import type { Source } from './source.ts';
import { surveyResponses } from './surveyResponses.ts';
import { ticketComment } from './ticketComment.ts';
import { ticketField } from './ticketField.ts';
import { ticketRating } from './ticketRating.ts';
import { ticketTag } from './ticketTag.ts';

export const sources: readonly Source[] = [
  surveyResponses,
  ticketField,
  ticketTag,
  ticketComment,
  legacyRatings,
  ticketRating,
];
