/** Internal notes in which another survey tool leaves its score: a call a ticket, so only of few tickets at once. */
import type { Readings, Source } from './source.ts';

/** Of more tickets, notes come with the export of ticket events. */
const most = 20;

export const ticketComment: Source = {
  id: 'ticket_comment',
  async read({ http, configuration, priority, onBroken }, tickets) {
    const readings: Readings = new Map();
    const isAsked = configuration.scoreSources.some(({ kind }) => kind === 'comment');
    if (!isAsked || tickets.length > most) return readings;
    const [{ readNotes }, { readingOfNotes }] = await Promise.all([
      import('../notes.ts'),
      import('../scoreReadings.ts'),
    ]);
    for (const ticket of tickets) {
      const { notes, isWhole, broken } = await readNotes(http, ticket.id, priority);
      if (broken > 0) onBroken?.(broken);
      const reading = readingOfNotes(configuration, ticket, notes, isWhole);
      if (reading) readings.set(ticket.id, reading);
    }
    return readings;
  },
};
