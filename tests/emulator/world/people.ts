/** Who works in the emulated account: personas, agents, groups, organisations. Customers are in customers.ts. */
import type { PersonaInfo, PersonaKey } from '../control.ts';
import type { Group, Organization, User } from './entities.ts';
import { makeRoles, roleIds } from './roles.ts';
import { storyNow, type World } from './world.ts';

const day = 86_400_000;

/** User ids of the people one can sign in as by name, the same in every world. */
export const personas: Record<PersonaKey, number> = {
  admin: 361_000_000_001,
  lead: 361_000_000_002,
  agent: 361_000_000_003,
  light_agent: 361_000_000_004,
};

/** The account's groups by a short name. */
export const groupIds = {
  billing: 360_000_100_001,
  technical: 360_000_100_002,
  returns: 360_000_100_003,
  vip: 360_000_100_004,
} as const;
export type GroupKey = keyof typeof groupIds;

/** Agents of the story who are no persona, by a short name. `left` no longer works here. */
export const agentIds = {
  mia: personas.agent,
  ola: personas.lead,
  tomas: 361_000_000_005,
  ines: 361_000_000_006,
  kwame: 361_000_000_007,
  yuki: 361_000_000_008,
  rafael: 361_000_000_009,
  aoife: 361_000_000_010,
  lena: 361_000_000_011,
  samir: 361_000_000_012,
  grace: 361_000_000_013,
  left: 361_000_000_014,
  /** The account of the third-party survey tool. */
  integration: 361_000_000_015,
  /** Sees the tickets of her own groups only. */
  restricted: 361_000_000_016,
  /** On Enterprise: a role without any grant on custom objects, and one that may not edit tags. */
  ungranted: 361_000_000_017,
  untagging: 361_000_000_018,
} as const;

export const organizationIds = { northwind: 4001, harbour: 4002, lumen: 4003, atelier: 4004 } as const;

interface StaffMember {
  id: number;
  name: string;
  mailbox: string;
  role: 'agent' | 'admin';
  groups: GroupKey[];
  locale?: string;
  zone?: [rails: string, iana: string];
  hasLeft?: boolean;
  /** Sees only tickets of the own groups. */
  isRestricted?: boolean;
  customRole?: keyof typeof roleIds;
}

const staff: StaffMember[] = [
  { id: personas.admin, name: 'Noor Haddad', mailbox: 'noor', role: 'admin', groups: ['technical'] },
  {
    id: personas.lead,
    name: 'Ola Thorsen',
    mailbox: 'ola',
    role: 'agent',
    groups: ['billing', 'technical', 'returns', 'vip'],
  },
  { id: personas.agent, name: 'Mia Keller', mailbox: 'mia', role: 'agent', groups: ['technical', 'billing'] },
  { id: personas.light_agent, name: 'Piet de Vries', mailbox: 'piet', role: 'agent', groups: ['returns'] },
  { id: agentIds.tomas, name: 'Tomáš Novák', mailbox: 'tomas', role: 'agent', groups: ['technical'] },
  {
    id: agentIds.ines,
    name: 'Inês Carvalho',
    mailbox: 'ines',
    role: 'agent',
    groups: ['billing'],
    locale: 'pt-BR',
  },
  {
    id: agentIds.kwame,
    name: 'Kwame Mensah',
    mailbox: 'kwame',
    role: 'agent',
    groups: ['returns', 'billing'],
  },
  {
    id: agentIds.yuki,
    name: 'Yuki Tanabe',
    mailbox: 'yuki',
    role: 'agent',
    groups: ['vip', 'technical'],
    zone: ['Tokyo', 'Asia/Tokyo'],
  },
  { id: agentIds.rafael, name: 'Rafael Ortega', mailbox: 'rafael', role: 'agent', groups: ['returns'] },
  {
    id: agentIds.aoife,
    name: 'Aoife Byrne',
    mailbox: 'aoife',
    role: 'agent',
    groups: ['vip'],
    zone: ['Dublin', 'Europe/Dublin'],
  },
  {
    id: agentIds.lena,
    name: 'Lena Fischer',
    mailbox: 'lena',
    role: 'agent',
    groups: ['technical'],
    locale: 'de',
  },
  { id: agentIds.samir, name: 'Samir Aziz', mailbox: 'samir', role: 'agent', groups: ['billing', 'returns'] },
  { id: agentIds.grace, name: 'Grace Liu', mailbox: 'grace', role: 'agent', groups: ['technical'] },
  { id: agentIds.left, name: 'Stefan Brandt', mailbox: 'stefan', role: 'agent', groups: [], hasLeft: true },
  { id: agentIds.integration, name: 'Survey Integration', mailbox: 'surveys', role: 'agent', groups: [] },
  {
    id: agentIds.restricted,
    name: 'Petra Lund',
    mailbox: 'petra',
    role: 'agent',
    groups: ['billing'],
    isRestricted: true,
  },
  {
    id: agentIds.ungranted,
    name: 'Dario Conti',
    mailbox: 'dario',
    role: 'agent',
    groups: ['technical'],
    customRole: 'ungranted',
  },
  {
    id: agentIds.untagging,
    name: 'Hanne Vik',
    mailbox: 'hanne',
    role: 'agent',
    groups: ['technical'],
    customRole: 'untagging',
  },
];

const groupNames: Record<GroupKey, [name: string, description: string]> = {
  billing: ['Billing', 'Invoices, refunds and subscriptions'],
  technical: ['Technical', 'Sign-in, the apps and the devices'],
  returns: ['Returns', 'Parcels that come back'],
  vip: ['VIP Care', 'Customers with a personal contact'],
};

const opened = storyNow - 800 * day;

/** Fills in what every user has; callers override what makes this one special. */
export function makeUser(given: Pick<User, 'id' | 'name' | 'email'> & Partial<User>): User {
  return {
    role: 'end-user',
    role_type: null,
    custom_role_id: null,
    ticket_restriction: given.role && given.role !== 'end-user' ? null : 'requested',
    only_private_comments: false,
    default_group_id: null,
    organization_id: null,
    locale: 'en-US',
    time_zone: 'Berlin',
    iana_time_zone: 'Europe/Berlin',
    tags: [],
    active: true,
    suspended: false,
    created_at: opened,
    updated_at: opened,
    ...given,
  };
}

/** Puts groups, roles, organisations and staff into an empty world. */
export function addPeople(world: World): void {
  for (const key of Object.keys(groupIds) as GroupKey[]) world.groups.put(makeGroup(key));
  for (const role of makeRoles(opened)) world.customRoles.put(role);
  for (const organization of makeOrganizations()) world.organizations.put(organization);
  for (const member of staff) addStaff(world, member);
}

function makeGroup(key: GroupKey): Group {
  const [name, description] = groupNames[key];
  return {
    id: groupIds[key],
    name,
    description,
    is_public: true,
    default: key === 'technical',
    deleted: false,
    created_at: opened,
    updated_at: opened,
  };
}

function makeOrganizations(): Organization[] {
  const rows: [id: number, name: string, tags: string[]][] = [
    [organizationIds.northwind, 'Northwind Clinics', ['vip', 'healthcare']],
    [organizationIds.harbour, 'Harbour & Sons Freight', []],
    [organizationIds.lumen, 'Lumen Schools Trust', ['education']],
    [organizationIds.atelier, 'Atelier Moreau', ['vip']],
  ];
  return rows.map(([id, name, tags]) => ({ id, name, tags, created_at: opened, updated_at: opened }));
}

function addStaff(world: World, member: StaffMember): void {
  const isLight = member.id === personas.light_agent;
  const role = member.customRole ?? (isLight ? 'light' : 'agent');
  const [time_zone, iana_time_zone] = member.zone ?? ['Berlin', 'Europe/Berlin'];
  world.users.put(
    makeUser({
      id: member.id,
      name: member.name,
      email: `${member.mailbox}@emulated.example`,
      role: member.role,
      role_type: member.role === 'admin' ? 4 : isLight ? 1 : 0,
      custom_role_id: member.role === 'admin' ? null : roleIds[role],
      ticket_restriction: member.isRestricted ? 'groups' : null,
      only_private_comments: isLight,
      default_group_id: member.groups[0] ? groupIds[member.groups[0]] : null,
      locale: member.locale ?? 'en-US',
      time_zone,
      iana_time_zone,
      active: !member.hasLeft,
      updated_at: member.hasLeft ? storyNow - 20 * day : opened,
    }),
  );
  member.groups.forEach((key, index) => {
    const id = world.nextId('membership');
    world.memberships.put({
      id,
      user_id: member.id,
      group_id: groupIds[key],
      default: index === 0,
      created_at: opened,
      updated_at: opened,
    });
  });
}

/** The personas as the panel shows them. */
export function personaInfos(world: World): PersonaInfo[] {
  return (Object.keys(personas) as PersonaKey[]).flatMap((key) => {
    const user = world.users.get(personas[key]);
    if (!user || user.role === 'end-user') return [];
    return [{ key, userId: user.id, name: user.name, email: user.email, role: user.role }];
  });
}
