import type { App } from '../app.ts';
import { searchCustomers } from '../zendesk/customerSearch.ts';

export interface FoundCustomer {
  id: string;
  name: string;
  email: string | null;
}

/** By name or address. One call. Throws `Failure`. */
export async function findCustomers(app: App, words: string): Promise<FoundCustomer[]> {
  const found = await searchCustomers(app.zendesk.http, words);
  return found.map(({ id, name, email }) => ({ id, name, email }));
}
