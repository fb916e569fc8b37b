/** A custom field in which another survey tool leaves its score. */
import type { Readings, Source } from './source.ts';

export const ticketField: Source = {
  id: 'ticket_field',
  async read({ configuration }, tickets) {
    const readings: Readings = new Map();
    if (!configuration.scoreSources.some(({ kind }) => kind === 'field')) return readings;
    const { readingOfFields } = await import('../scoreReadings.ts');
    for (const ticket of tickets) {
      const reading = readingOfFields(configuration, ticket);
      if (reading) readings.set(ticket.id, reading);
    }
    return readings;
  },
};
