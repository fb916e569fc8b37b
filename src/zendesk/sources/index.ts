/** Every place a score can come from. Earlier wins where two know the same; a number always beats good or bad. */
import type { Source } from './source.ts';
import { surveyResponses } from './surveyResponses.ts';
import { ticketRating } from './ticketRating.ts';

export const sources: readonly Source[] = [surveyResponses, ticketRating];
