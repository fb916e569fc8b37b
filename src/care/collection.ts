/** Favourites: named collections of feedbacks. What is in one are records of their own, one a feedback. */
import * as v from 'valibot';
import { nameSchema } from './savedView.ts';

export const collectionSchema = v.object({
  name: nameSchema,
  /** Zendesk id of who made it. */
  ownerId: v.string(),
  isShared: v.boolean(),
});
export type Collection = v.InferOutput<typeof collectionSchema>;

/** Is a feedback in a collection? Taking it out leaves its record, which says so. */
export const collectedSchema = v.object({ isRemoved: v.optional(v.boolean(), false) });

/** Key of the record that says a feedback is in a collection. */
export const collectedKey = (collectionId: string, feedbackKey: string) => `${collectionId}:${feedbackKey}`;

/** The feedback such a key names. */
export const feedbackOfCollected = (key: string) => key.slice(key.indexOf(':') + 1);
