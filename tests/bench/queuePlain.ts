/** In an empty page: rows of the list as the app parses them, kept in an array and nothing around them. */
import * as v from 'valibot';
import { feedbackSchema, ticketOfKey } from '../../src/care/feedback.ts';

interface Given {
  state: string;
  requester: string;
}

const rows: object[] = [];

Object.assign(window, {
  /** Answers how many there are. */
  keepPlain(given: Given[]): number {
    for (const { state, requester } of given) {
      // As small as they get: the room that parsing leaves in objects would be a margin for the list.
      const feedback = JSON.parse(JSON.stringify(v.parse(feedbackSchema, JSON.parse(state))));
      const ticketId = ticketOfKey(feedback.key);
      rows.push({ feedback, ticketId, requesterId: requester });
    }
    return rows.length;
  },
});
