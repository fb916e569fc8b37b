/**
 * Zendesk's budgets per minute, counted in real time because the world's clock stands still between moves.
 * The workspace's own page is not counted, as agents' work in Zendesk is not: only apps and other clients are.
 */
import type { Plan } from '../control.ts';
import type { User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Bucket, type Endpoint, Refusal } from './http.ts';

const minute = 60_000;

/** Requests a minute of the Support API; the Help Center's has the same number and a count of its own. */
export const budgetPerMinute: Record<Plan, number> = {
  suite_team: 200,
  suite_growth: 400,
  suite_professional: 400,
  suite_enterprise: 700,
  suite_enterprise_plus: 2500,
  support_team: 200,
  support_professional: 400,
  support_enterprise: 700,
};

interface Budget {
  key: string;
  total: number;
  windowMs: number;
  /** Named in `zendesk-ratelimit-<name>`. */
  name?: string;
}

interface Window {
  startedAt: number;
  used: number;
}

const windowsOf = new WeakMap<World, Map<string, Window>>();

/**
 * Takes one request from every budget it counts for and returns the headers that tell what is left.
 * @throws Refusal 429 with plain text and `Retry-After` in seconds
 */
export function spend(
  world: World,
  caller: User | null,
  endpoint: Endpoint,
  request: Request,
): Record<string, string> {
  const appId = request.headers.get('x-zendesk-app-id');
  if (!appId && isWorkspace(request)) return {};
  const budgets = [
    ...appBudgets(appId, caller),
    ...endpointBudgets(endpoint.bucket, caller, request),
    accountBudget(world, endpoint.bucket),
  ];
  const windows = windowsOf.get(world) ?? new Map<string, Window>();
  windowsOf.set(world, windows);
  const now = world.realNow();
  const open = budgets.map((budget) => ({ budget, window: openWindow(windows, budget, now) }));
  for (const { budget, window } of open) if (window.used >= budget.total) throw exceeded(budget, window, now);
  for (const { window } of open) window.used += 1;
  return Object.assign({}, ...open.map(({ budget, window }) => headersOf(budget, window, now)));
}

/** The page signs its calls with the session cookie, or with the token `emulator` where a tab has its own person. */
function isWorkspace(request: Request): boolean {
  const authorization = request.headers.get('authorization');
  if (!authorization) return true;
  const token = authorization.replace(/^basic\s+/i, '');
  return Buffer.from(token, 'base64').toString('utf8').endsWith('/token:emulator');
}

function accountBudget(world: World, bucket: Bucket | undefined): Budget {
  const side = bucket === 'guide' ? 'guide' : 'support';
  return { key: side, total: budgetPerMinute[world.plan], windowMs: minute };
}

/** The framework's own limit for each person; Zendesk's second one, 700 in five minutes, lies beyond it. */
function appBudgets(appId: string | null, caller: User | null): Budget[] {
  return appId ? [{ key: `app/${appId}/${caller?.id ?? 0}`, total: 100, windowMs: minute }] : [];
}

function endpointBudgets(bucket: Bucket | undefined, caller: User | null, request: Request): Budget[] {
  const one = (name: string, total: number): Budget => ({ key: name, total, windowMs: minute, name });
  if (bucket === 'search') return [one('search-index', 2500)];
  if (bucket === 'search-export') return [one('search-export', 100)];
  if (bucket === 'incremental') return [one('incremental-exports', 10)];
  if (bucket === 'audits') return [one('ticket-audits', 500)];
  if (bucket === 'side-conversation') return [{ ...one('side-conversations', 300), windowMs: 10 * minute }];
  if (bucket === 'view') return [viewBudget(caller, request)];
  if (bucket !== 'ticket-update') return [];
  const account = one('tickets-update-account', 100);
  const ticket = /\/tickets\/(\d+)/.exec(request.url)?.[1];
  if (!ticket) return [account];
  const key = `ticket-update/${caller?.id ?? 0}/${ticket}`;
  return [{ key, total: 30, windowMs: 10 * minute, name: 'ticket-updates' }, account];
}

/** Five a minute for each view and agent, counts and executions apart. */
function viewBudget(caller: User | null, request: Request): Budget {
  const [call = ''] = /\/views\/\d+\/\w+/.exec(request.url) ?? [];
  return { key: `${call}/${caller?.id ?? 0}`, total: 5, windowMs: minute, name: 'views' };
}

function openWindow(windows: Map<string, Window>, budget: Budget, now: number): Window {
  const known = windows.get(budget.key);
  if (known && now - known.startedAt < budget.windowMs) return known;
  const fresh = { startedAt: now, used: 0 };
  windows.set(budget.key, fresh);
  return fresh;
}

const secondsLeft = (budget: Budget, window: Window, now: number) =>
  Math.max(1, Math.ceil((window.startedAt + budget.windowMs - now) / 1000));

function exceeded(budget: Budget, window: Window, now: number): Refusal {
  return new Refusal(429, 'Number of allowed API requests per minute exceeded', {
    'Retry-After': String(secondsLeft(budget, window, now)),
    ...headersOf(budget, window, now),
  });
}

function headersOf(budget: Budget, window: Window, now: number): Record<string, string> {
  const remaining = Math.max(0, budget.total - window.used);
  const reset = secondsLeft(budget, window, now);
  if (budget.name) {
    return {
      [`zendesk-ratelimit-${budget.name}`]: `total=${budget.total}; remaining=${remaining}; resets=${reset}`,
    };
  }
  return {
    'X-Rate-Limit': String(budget.total),
    'X-Rate-Limit-Remaining': String(remaining),
    'ratelimit-limit': String(budget.total),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(reset),
  };
}
