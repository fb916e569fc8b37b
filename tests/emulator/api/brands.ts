/** The account's brands. Everybody here may see all of them: no role of the world lacks the permission. */
import type { World } from '../world/world.ts';
import { type Call, type Family, notFound, ok } from './http.ts';
import { pageOf } from './paging.ts';
import { iso, urlOf } from './stamps.ts';

export const brands: Family = [
  { method: 'GET', path: '/api/v2/brands', allowed: 'agents', answer: listBrands },
  { method: 'GET', path: '/api/v2/brands/:id', allowed: 'agents', answer: showBrand },
];

interface Brand {
  id: number;
  name: string;
  subdomain: string;
}

/** The brand all tickets of the world have, and one more that has none. */
const standing: readonly Brand[] = [
  { id: 360_000_000_101, name: 'Alder Parcels', subdomain: 'alder' },
  { id: 360_000_000_102, name: 'Alder Business', subdomain: 'alder-business' },
];

/** When the account was made. */
const made = Date.UTC(2020, 0, 6, 9);

function formatBrand(world: World, { id, name, subdomain }: Brand) {
  return {
    url: urlOf(world, `brands/${id}.json`),
    id,
    name,
    brand_url: `https://${subdomain}.zendesk.com`,
    subdomain,
    has_help_center: false,
    help_center_state: 'disabled',
    active: true,
    default: id === standing[0]?.id,
    is_deleted: false,

    ticket_form_ids: [],
    signature_template: '{{agent.signature}}',
    created_at: iso(made),
    updated_at: iso(made),
  };
}

function listBrands({ world, request }: Call) {
  const items = [...standing].sort((a, b) => a.name.localeCompare(b.name));
  const format = (brand: Brand) => formatBrand(world, brand);
  return ok(pageOf(request, { name: 'brands', items, total: items.length, format }));
}

function showBrand({ world, params }: Call) {
  const brand = standing.find(({ id }) => String(id) === params.id);
  if (!brand) throw notFound();
  return ok({ brand: formatBrand(world, brand) });
}
