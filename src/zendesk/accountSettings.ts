/** The account's own switches, as far as this app asks. */
import * as v from 'valibot';
import type { Http } from './http.ts';

/** Is good/bad CSAT on? */
export async function readHasLegacyCsat(http: Http): Promise<boolean> {
  const features = v.optional(v.looseObject({ customer_satisfaction: v.optional(v.unknown()) }), {});
  const schema = v.object({ settings: v.looseObject({ active_features: features }) });
  const { settings } = await http.get('/api/v2/account/settings.json', schema);
  return settings.active_features.customer_satisfaction === true;
}
