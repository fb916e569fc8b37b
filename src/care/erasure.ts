/** What erasing takes from a fact: what staff typed. Codes, numbers, ids and times stay, and with them the figures. */
import type { EventKind } from './ledger.ts';

/** Members that hold typed text, and what stands there afterwards. */
const texts: Partial<Record<EventKind, Readonly<Record<string, null | ''>>>> = {
  bucket_set: { note: null },
  case_assigned: { reason: null },
  case_moved: { note: null },
  contacted: { note: null },
  escalated: { reason: '' },
  escalation_ended: { note: null },
  set_aside: { note: null },
  disputed: { note: null },
  dispute_decided: { note: null },
};

export interface RawFact {
  kind: string;
  body: unknown;
}

/** The fact without its texts, marked as erased; `null` where there is nothing to take. */
export function blanked({ kind, body }: RawFact): RawFact | null {
  const members = texts[kind as EventKind];
  if (!members || typeof body !== 'object' || body === null) return null;
  const said = body as Record<string, unknown>;
  const hasText = Object.keys(members).some(
    (member) => typeof said[member] === 'string' && said[member] !== '',
  );
  return hasText ? { kind, body: { ...said, ...members, erased: true } } : null;
}

/** Was the record changed to blank it, and is it blank? Then nobody tampered with what it says. */
export function isErased(facts: readonly RawFact[]): boolean {
  const isMarked = ({ body }: RawFact) =>
    typeof body === 'object' && body !== null && (body as Record<string, unknown>).erased === true;
  return facts.some(isMarked) && facts.every((fact) => blanked(fact) === null);
}
