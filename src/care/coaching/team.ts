/** A team as an agent may see it: sums and no persons, written by a lead's page for a period. */
import * as v from 'valibot';
import { instant } from '../rating.ts';
import { effortSchema } from './effort.ts';
import type { Team } from './roster.ts';
import { sumsSchema } from './sums.ts';

/** Fewer colleagues than that could be told apart by what is left when one takes oneself out. */
export const leastColleagues = 3;

const teamSchema = v.object({
  from: instant,
  to: instant,
  sums: sumsSchema,
  agents: v.pipe(v.number(), v.integer(), v.minValue(0)),
  effort: v.optional(v.nullable(effortSchema), null),
});
export type TeamDoc = v.InferOutput<typeof teamSchema>;

export function parseTeam(body: unknown): TeamDoc | null {
  const result = v.safeParse(teamSchema, body);
  return result.success ? result.output : null;
}

/** Small teams are told to nobody but who leads them. */
export const isTold = ({ agents }: Pick<Team, 'agents'>) => agents > leastColleagues;
