/** What can go wrong outside, as a closed list: every screen has a sentence for each kind (`failure.<kind>`). */
export const failureKinds = [
  'forbidden',
  'rateLimited',
  'notFound',
  'conflict',
  'closedTicket',
  'invalid',
  'offline',
  'unavailable',
  'signedOut',
  'unexpected',
] as const;

export type FailureKind = (typeof failureKinds)[number];

/** Thrown by everything that talks to Zendesk; nothing else is thrown on purpose. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;
  /** Milliseconds Zendesk asks to wait, where it said so. */
  readonly retryAfter: number | null;
  /** The HTTP status that was the reason, 0 when no answer came. Kept for rules, never shown. */
  readonly status: number;

  constructor(
    kind: FailureKind,
    detail: { retryAfter?: number | null; status?: number; message?: string } = {},
  ) {
    super(detail.message ?? kind);
    this.kind = kind;
    this.retryAfter = detail.retryAfter ?? null;
    this.status = detail.status ?? 0;
  }
}

/** Whatever was thrown, as a failure: unknown causes are `unexpected`, never swallowed. */
export function asFailure(cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  return new Failure('unexpected', { message: cause instanceof Error ? cause.message : String(cause) });
}

/** Zendesk looked at what was asked and said no: the same would be refused again, and other things may not be. */
export const isRefused = (kind: FailureKind): boolean =>
  ['forbidden', 'invalid', 'notFound', 'conflict'].includes(kind);
