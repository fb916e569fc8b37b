/** Every family of endpoints the emulated account serves. A new family is one line here. */
import type { RequestHandler } from 'msw';
import type { World } from '../world/world.ts';
import { accessRules } from './accessRules.ts';
import { accountSettings } from './accountSettings.ts';
import { apps } from './apps.ts';
import { automations } from './automations.ts';
import { brands } from './brands.ts';
import { customObjectFields } from './customObjectFields.ts';
import { customObjectRecords } from './customObjectRecords.ts';
import { customObjects } from './customObjects.ts';
import { customRoles } from './customRoles.ts';
import { deletedTickets } from './deletedTickets.ts';
import { groupMemberships } from './groupMemberships.ts';
import { groups } from './groups.ts';
import { type Family, mount } from './http.ts';
import { incremental } from './incremental.ts';
import { jobStatuses } from './jobStatuses.ts';
import { organizations } from './organizations.ts';
import { permissionPolicies } from './permissionPolicies.ts';
import { recordIncrement } from './recordIncrement.ts';
import { recordJobs } from './recordJobs.ts';
import { recordSearch } from './recordSearch.ts';
import { relationships } from './relationships.ts';
import { satisfactionRatings } from './satisfactionRatings.ts';
import { schedules } from './schedules.ts';
import { search } from './search.ts';
import { sideConversations } from './sideConversations.ts';
import { surveyResponses } from './surveyResponses.ts';
import { surveys } from './surveys.ts';
import { ticketAudits } from './ticketAudits.ts';
import { ticketComments } from './ticketComments.ts';
import { ticketFields } from './ticketFields.ts';
import { ticketForms } from './ticketForms.ts';
import { ticketMerge } from './ticketMerge.ts';
import { ticketMetrics } from './ticketMetrics.ts';
import { tickets } from './tickets.ts';
import { ticketTags } from './ticketTags.ts';
import { triggers } from './triggers.ts';
import { users } from './users.ts';
import { views } from './views.ts';
import { webhooks } from './webhooks.ts';

/** In order of matching: within a family, fixed paths stand before those that end in a parameter. */
export const families: Family[] = [
  accessRules,
  apps,
  automations,
  customObjectFields,
  customObjects,
  jobStatuses,
  permissionPolicies,
  recordIncrement,
  recordJobs,
  recordSearch,
  customObjectRecords,
  relationships,
  triggers,
  accountSettings,
  brands,
  customRoles,
  deletedTickets,
  groupMemberships,
  groups,
  incremental,
  organizations,
  satisfactionRatings,
  schedules,
  search,
  sideConversations,
  surveyResponses,
  surveys,
  ticketAudits,
  ticketComments,
  ticketFields,
  ticketForms,
  ticketMerge,
  ticketMetrics,
  ticketTags,
  tickets,
  users,
  views,
  webhooks,
];

/** MSW handlers of the whole API over one world. */
export const createHandlers = (world: World): RequestHandler[] => mount(world, families);
