import { account } from './account.ts';
import { channel } from './channel.ts';
import { comment } from './comment.ts';
import { currentUser } from './currentUser.ts';
import { instances } from './instances.ts';
import type { ZafObject } from './object.ts';
import { panes } from './panes.ts';
import { requirement } from './requirement.ts';
import { telemetry } from './telemetry.ts';
import { ticket } from './ticket.ts';
import { ticketFields } from './ticketFields.ts';
import { workspace } from './workspace.ts';

export const zafObjects: readonly ZafObject[] = [
  workspace,
  panes,
  instances,
  account,
  currentUser,
  requirement,
  ticket,
  comment,
  channel,
  ticketFields,
  telemetry,
];
