/** `Idempotency-Key`: the same creation sent twice makes one ticket and gets the first answer again. */
import type { User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Answer, Refusal } from './http.ts';

const answers = new WeakMap<World, Map<string, { body: string; answer: Answer }>>();

/** @throws Refusal 400 where a key comes back with another body */
export function once(
  world: World,
  caller: User,
  request: Request,
  body: unknown,
  make: () => Answer,
): Answer {
  const key = request.headers.get('idempotency-key');
  if (!key) return make();
  const known = answers.get(world) ?? new Map<string, { body: string; answer: Answer }>();
  answers.set(world, known);
  const text = JSON.stringify(body);
  const earlier = known.get(`${caller.id}/${key}`);
  if (!earlier) {
    const answer = make();
    known.set(`${caller.id}/${key}`, { body: text, answer });
    return { ...answer, headers: { ...answer.headers, 'x-idempotency-lookup': 'miss' } };
  }
  if (earlier.body === text) return { ...earlier.answer, headers: { 'x-idempotency-lookup': 'hit' } };
  throw new Refusal(400, {
    error: 'IdempotentRequestError',
    description: 'Request parameters are different from those first sent with this idempotency key',
  });
}
