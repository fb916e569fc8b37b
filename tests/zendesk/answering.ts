/** An `Http` that answers from a function, and what readers of tickets and surveys are asked with in tests. */
import * as v from 'valibot';
import { type Configuration, defaultConfiguration, type ScoreSource } from '../../src/care/configuration.ts';
import { Failure } from '../../src/care/failure.ts';
import type { CurrentUser } from '../../src/zendesk/currentUser.ts';
import type { Http } from '../../src/zendesk/http.ts';
import type { SourceContext } from '../../src/zendesk/sources/source.ts';
import { type Ticket, ticketSchema } from '../../src/zendesk/tickets.ts';

type Params = Record<string, string | number>;

export interface Asked {
  url: string;
  params: Params;
}

/** Answers are parsed as the real one parses them; a `Failure` as answer is thrown. */
export function answering(answerOf: (url: string, params: Params) => unknown): Http & { asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    async get(url, schema, { params = {} } = {}) {
      asked.push({ url, params });
      const answer = answerOf(url, params);
      if (answer instanceof Failure) throw answer;
      const parsed = v.safeParse(schema, answer);
      if (!parsed.success) throw new Failure('unexpected');
      return parsed.output;
    },
    send: () => Promise.reject(new Error('a reader never writes')),
    wait: async () => {},
  };
}

export const admin: CurrentUser = {
  id: '1',
  name: 'Noor',
  isAdmin: true,
  locale: 'en',
  timeZone: undefined,
};

export const contextOver = (
  http: Http,
  configuration: Configuration = defaultConfiguration,
  more: Partial<SourceContext> = {},
): SourceContext => ({ http, user: admin, configuration, priority: 'interactive', ...more });

/** A ticket as the app reads it, from as much of Zendesk's as a test cares for. */
export const ticketWith = (more: object = {}): Ticket =>
  v.parse(ticketSchema, {
    id: '123',
    status: 'solved',
    requester_id: 9,
    updated_at: '2026-11-17T12:00:00Z',
    ...more,
  });

export const scoreSource = (more: Partial<ScoreSource>): ScoreSource => ({
  id: 'own',
  kind: 'field',
  metric: 'csat',
  fieldId: null,
  pattern: null,
  lowest: 1,
  scale: 5,
  isLowerBetter: false,
  headline: '',
  ...more,
});

export const withSources = (...scoreSources: ScoreSource[]): Configuration => ({
  ...defaultConfiguration,
  scoreSources,
});
