/** What every mounted endpoint promises to answer when all is well. A new family is one line here. */

import { feedback } from './feedback.ts';
import { people } from './people.ts';
import { customData } from './records.ts';
import { rules } from './rules.ts';
import type { Contract } from './shape.ts';
import { tickets } from './tickets.ts';
import { views } from './views.ts';
import { webhooks } from './webhooks.ts';

export const contracts: Contract[] = [
  ...people,
  ...tickets,
  ...feedback,
  ...customData,
  ...rules,
  ...views,
  ...webhooks,
];
