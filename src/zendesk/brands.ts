/** The account's brands: all of them, or those the person is a member of. */
import * as v from 'valibot';
import { id, usableOf } from './fields.ts';
import type { Http } from './http.ts';

const brand = v.object({ id, name: v.string() });
const page = v.object({ brands: v.array(v.unknown()) });

/** Names by id of the first hundred. Throws `Failure`. */
export async function readBrandNames(http: Http): Promise<Record<string, string>> {
  const { brands } = await http.get('/api/v2/brands.json', page, { params: { 'page[size]': 100 } });
  return Object.fromEntries(usableOf(brand, brands).map((one) => [one.id, one.name]));
}
