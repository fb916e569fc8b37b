/** Dates in search: a day, an instant, or so many hours ago. */

const minute = 60_000;
const units: Record<string, number> = {
  minute,
  hour: 60 * minute,
  day: 1440 * minute,
  week: 7 * 1440 * minute,
  month: 30 * 1440 * minute,
  year: 365 * 1440 * minute,
};

/** Whether an instant stands so to a date as searched; `updated>24hours` means within the last 24 hours. */
export function isMoment(now: number, at: number | null, operator: string, value: string): boolean {
  if (value === 'none') return at === null;
  const span = spanOf(now, value);
  if (at === null || !span) return false;
  if (operator === '<') return at < span.from;
  if (operator === '<=') return at < span.to;
  if (operator === '>') return at >= span.to;
  if (operator === '>=') return at >= span.from;
  return at >= span.from && at < span.to;
}

/** From, and the first millisecond after; a day is a day in UTC. */
function spanOf(now: number, value: string): { from: number; to: number } | null {
  const relative = /^(\d+)\s*(minute|hour|day|week|month|year)s?$/.exec(value);
  if (relative) {
    const from = now - Number(relative[1]) * (units[relative[2] ?? ''] ?? 0);
    return { from, to: from + 1 };
  }
  const length = /^\d{4}-\d{2}-\d{2}$/.test(value) ? 1440 * minute : /^\d{4}-\d{2}$/.test(value) ? 0 : 1000;
  const from = Date.parse(value);
  if (Number.isNaN(from)) return null;
  if (length > 0) return { from, to: from + length };
  const next = new Date(from);
  return { from, to: Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 1) };
}
