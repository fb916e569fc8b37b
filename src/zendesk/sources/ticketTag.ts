/** Tags in which another survey tool leaves its score. */
import type { Readings, Source } from './source.ts';

export const ticketTag: Source = {
  id: 'ticket_tag',
  async read({ configuration }, tickets) {
    const readings: Readings = new Map();
    if (!configuration.scoreSources.some(({ kind }) => kind === 'tag')) return readings;
    const { readingOfTags } = await import('../scoreReadings.ts');
    for (const ticket of tickets) {
      const reading = readingOfTags(configuration, ticket);
      if (reading) readings.set(ticket.id, reading);
    }
    return readings;
  },
};
