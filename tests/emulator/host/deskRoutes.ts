/** Addresses of the workspace page, as in Zendesk, and back. */
import type { Route } from './desk.ts';

/** `Feedback Loop`, `feedbackLoop` and `feedback_loop` all become `feedback-loop`, as in `/agent/apps/<name>`. */
export function dashed(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();
}

/** Any address; what is not known shows the dashboard. */
export function parseRoute(pathname: string, search: string): Route {
  const [area, ...rest] = pathname.split('/').filter(Boolean).map(decode);
  if (area === 'mailbox') return { page: 'mailbox', customer: positive(rest[0]) };
  if (area === 'hc') return surveyRoute(rest, search);
  if (area === 'agent') return agentRoute(rest);
  return { page: 'dashboard' };
}

export function formatRoute(route: Route): string {
  switch (route.page) {
    case 'dashboard':
      return '/agent/dashboard';
    case 'views':
      return '/agent/views';
    case 'ticket':
      return `/agent/tickets/${route.id}`;
    case 'user':
      return `/agent/users/${route.id}`;
    case 'app':
      return ['/agent/apps', dashed(route.name), ...route.segments.map(encodeURIComponent)].join('/');
    case 'mailbox':
      return route.customer === null ? '/mailbox' : `/mailbox/${route.customer}`;
    case 'survey': {
      const token = encodeURIComponent(route.accessToken);
      return `/hc/en-us/survey_responses/${route.ticketId}?access_token=${token}`;
    }
  }
}

function agentRoute([kind, id, ...segments]: string[]): Route {
  const number = positive(id);
  if (kind === 'tickets' && number !== null) return { page: 'ticket', id: number };
  if (kind === 'users' && number !== null) return { page: 'user', id: number };
  if (kind === 'apps' && id) return { page: 'app', name: id, segments };
  if (kind === 'views' || kind === 'filters') return { page: 'views' };
  return { page: 'dashboard' };
}

function surveyRoute([_locale, kind, id]: string[], search: string): Route {
  const ticketId = positive(id);
  if (kind !== 'survey_responses' || ticketId === null) return { page: 'dashboard' };
  return { page: 'survey', ticketId, accessToken: new URLSearchParams(search).get('access_token') ?? '' };
}

function positive(text: string | undefined): number | null {
  const isNumber = text !== undefined && /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text));
  return isNumber ? Number(text) : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
