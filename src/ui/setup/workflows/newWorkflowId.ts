import { newOperation } from '../../../actions/newOperation.ts';

/** Eight characters none of the workflows known here has: tags on tickets will carry them. */
export function newWorkflowId(known: readonly { id: string }[]): string {
  const id = newOperation().replaceAll('-', '').slice(0, 8);
  return known.some((one) => one.id === id) ? newWorkflowId(known) : id;
}
