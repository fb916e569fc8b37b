/** Companies customers belong to. */
import type { Organization } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { idList } from './body.ts';
import { type Call, type Family, notFound, ok } from './http.ts';
import { pageOf } from './paging.ts';
import { iso, urlOf } from './stamps.ts';

export const organizations: Family = [
  { method: 'GET', path: '/api/v2/organizations', allowed: 'agents', answer: listOrganizations },
  { method: 'GET', path: '/api/v2/organizations/show_many', allowed: 'agents', answer: showMany },
  { method: 'GET', path: '/api/v2/organizations/:id', allowed: 'agents', answer: showOrganization },
];

export function formatOrganization(world: World, organization: Organization) {
  return {
    url: urlOf(world, `organizations/${organization.id}.json`),
    id: organization.id,
    name: organization.name,
    shared_tickets: false,
    shared_comments: false,
    external_id: null,
    created_at: iso(organization.created_at),
    updated_at: iso(organization.updated_at),
    domain_names: [],
    details: '',
    notes: '',
    group_id: null,
    tags: organization.tags,
    organization_fields: organization.organization_fields ?? {},
  };
}

function listOrganizations({ world, request }: Call) {
  const items = [...world.organizations.values()];
  const format = (organization: Organization) => formatOrganization(world, organization);
  return ok(pageOf(request, { name: 'organizations', items, total: items.length, format }));
}

function showMany({ world, query }: Call) {
  const found = idList(query.get('ids')).flatMap((id) => world.organizations.get(id) ?? []);
  const rows = found.map((organization) => formatOrganization(world, organization));
  return ok({ organizations: rows, count: rows.length, next_page: null, previous_page: null });
}

function showOrganization({ world, params }: Call) {
  const organization = world.organizations.get(Number(params.id));
  if (!organization) throw notFound();
  return ok({ organization: formatOrganization(world, organization) });
}
