/** Mail domains whose scanners answer surveys, as people's verdicts taught. */
import * as v from 'valibot';
import { domainVerdicts } from '../care/scanner.ts';
import { type Doc, readDocs, searchDocs } from '../zendesk/docs.ts';
import type { Outside } from '../zendesk/outside.ts';

const lessons = v.object({ robot: v.number(), genuine: v.number() });

/** Enough verdicts, and more of them against the domain than for it. */
function isKnown({ body }: Doc): boolean {
  const read = v.safeParse(lessons, body);
  return read.success && read.output.robot >= domainVerdicts && read.output.robot > read.output.genuine;
}

/** Mail for everybody: what one customer's scanner does says nothing of the others. */
const shared =
  /^(?:(?:gmail|googlemail|icloud|me|aol|qq|163|126|proton|protonmail|web|mail|yandex)\.\w+|(?:outlook|hotmail|live|msn|yahoo|gmx)\.[\w.]+)$/;

/** Whose mail it is; `null` where it is no address, or one of a provider for everybody. */
export function domainOf(email: string | null): string | null {
  const domain = /@([^@\s]+)$/.exec(email ?? '')?.[1]?.toLowerCase() ?? null;
  return domain === null || shared.test(domain) ? null : domain;
}

/** One call, none without an address. Throws `Failure`. */
export async function readKnownDomain(app: Outside, email: string | null): Promise<boolean> {
  const domain = domainOf(email);
  if (domain === null) return false;
  return (await readDocs(app.zendesk.http, 'scanner', [domain])).some(isKnown);
}

/** All of them, one call. Throws `Failure`. */
export async function readKnownDomains(app: Outside): Promise<Set<string>> {
  const docs = await searchDocs(app.zendesk.http, 'scanner', 'background');
  return new Set(docs.filter(isKnown).map(({ key }) => key));
}
