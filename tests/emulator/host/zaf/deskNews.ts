/** What the desk reports, as events of the app framework: which instance hears which name with what. */
import type { CommentJson, Desk, DeskEvent, Route } from '../desk.ts';
import { dashed } from '../deskRoutes.ts';
import { channelShape } from './objects/channel.ts';
import { assetless, conversationShape } from './objects/commentShape.ts';
import { customStatus, person } from './objects/ticketShape.ts';
import type { AppInstance } from './types.ts';

export interface News {
  instance: AppInstance;
  event: string;
  message?: unknown;
}

interface Change {
  property: string;
  value: unknown;
  oldValue: unknown;
}

/** Pure: the caller delivers. */
export function newsOf(event: DeskEvent, desk: Desk, instances: AppInstance[]): News[] {
  const all = (to: AppInstance[], name: string, message?: unknown) =>
    to.map((instance) => ({ instance, event: name, message }));
  const onTicket = (id: number) => instances.filter(({ context }) => context.ticketId === id);
  switch (event.kind) {
    case 'ticketEdited':
      return relatedChanges(event, desk).flatMap((change) => changeNews(onTicket(event.id), change));
    case 'ticketUpdated':
      return all(onTicket(event.id), 'ticket.updated', userOrNull(desk, event.byUserId));
    case 'ticketSaved':
      return all(at(instances, 'background'), 'ticket.saved', { ticket: { id: event.id } });
    case 'submit':
      return submitNames(event.phase).flatMap((name) => all(onTicket(event.id), name));
    case 'scheme':
      return all(instances, 'colorScheme.changed', event.scheme);
    case 'notification': {
      const message = { body: event.body, sender: event.senderId };
      const own = instances.filter(({ app }) => app.appId === event.appId);
      return all(own, `api_notification.${event.event}`, message);
    }
    case 'route':
      return routeNews(event.route, instances);
    case 'closing':
      return all(onTicket(event.id), 'app.willDestroy');
    default:
      return [];
  }
}

function at(instances: AppInstance[], location: string): AppInstance[] {
  return instances.filter((instance) => instance.location === location);
}

function submitNames(phase: 'start' | 'done' | 'fail'): string[] {
  return phase === 'start' ? ['ticket.submit.start'] : [`ticket.submit.${phase}`, 'ticket.submit.always'];
}

function changeNews(to: AppInstance[], { property, value, oldValue }: Change): News[] {
  return to.flatMap((instance) => [
    { instance, event: `${property}.changed`, message: value },
    { instance, event: '*.changed', message: { propertyName: property, newValue: value, oldValue } },
  ]);
}

/** A change the agent sees once is several to an app: a status has a category, a person has a name. */
function relatedChanges(event: Extract<DeskEvent, { kind: 'ticketEdited' }>, desk: Desk): Change[] {
  const { property, value, oldValue } = event;
  const also = (name: string, read: (of: unknown) => unknown): Change => ({
    property: name,
    value: read(value),
    oldValue: read(oldValue),
  });
  const own = { property, value, oldValue };
  switch (property) {
    case 'ticket.status': {
      const custom = (status: unknown) => customStatus(status, null);
      return [own, also('ticket.statusCategory', (status) => status), also('ticket.customStatus', custom)];
    }
    case 'ticket.requester.id':
    case 'ticket.assignee.user.id':
      return [own, ...personMembers(property.replace(/\.id$/, ''), also, desk)];
    case 'ticket.assignee.group.id':
      return [own, also('ticket.assignee.group.name', (id) => groupName(desk, id))];
    case 'ticket.comments':
      return [
        also(property, (comments) => (comments as CommentJson[]).map((one) => assetless(desk, one))),
        also('ticket.conversation', (comments) =>
          (comments as CommentJson[]).map((one) => conversationShape(desk, one)),
        ),
      ];
    case 'comment.type':
      return [own, also('channel', (type) => channelShape(type))];
    default:
      return [own];
  }
}

type Derive = (name: string, read: (of: unknown) => unknown) => Change;

function personMembers(path: string, also: Derive, desk: Desk): Change[] {
  const members = ['email', 'name', 'externalId'] as const;
  const read = (id: unknown, key: (typeof members)[number]) =>
    typeof id === 'number' ? person(desk, id)[key] : null;
  return members.map((key) => also(`${path}.${key}`, (id) => read(id, key)));
}

function groupName(desk: Desk, id: unknown): string | null {
  return desk.groups().find((group) => group.id === id)?.name ?? null;
}

function userOrNull(desk: Desk, id: number | null) {
  return id === null ? null : person(desk, id);
}

function routeNews(route: Route, instances: AppInstance[]): News[] {
  const pane = instances.find((instance) => isAt(instance, route));
  return pane ? [{ instance: pane, event: 'app.route.changed', message: routeMessage(pane, route) }] : [];
}

/** Payload of `app.route.changed`: the segments behind the app's name. */
export function routeMessage({ app }: AppInstance, route: Route) {
  const segments = route.page === 'app' ? route.segments : [];
  return { appRoute: segments.join('/'), appTitle: app.name, appParams: segments };
}

/** Whether the route shows this nav_bar app. */
export function isAt({ location, app }: AppInstance, route: Route): boolean {
  return location === 'nav_bar' && route.page === 'app' && dashed(route.name) === dashed(app.name);
}
