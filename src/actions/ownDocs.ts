/** What this tab just saved or took away: the search that lists documents learns of it only after a while. */
import type { Doc, DocKind } from '../zendesk/docs.ts';
import type { Outside } from '../zendesk/outside.ts';

/** Milliseconds after which the search is believed alone. */
const lag = 60_000;

interface Own {
  key: string;
  /** `null` for what was taken away. */
  body: unknown;
  at: number;
}

const nameOf = (kind: DocKind) => `docs:${kind}`;

async function recallOwn(app: Outside, kind: DocKind): Promise<Own[]> {
  const kept = await app.zendesk.hub.recall(nameOf(kind));
  const isFresh = ({ at }: Own) => app.now() - at < lag;
  return Array.isArray(kept) ? (kept as Own[]).filter(isFresh) : [];
}

export async function rememberOwn(app: Outside, kind: DocKind, key: string, body: unknown): Promise<void> {
  const others = (await recallOwn(app, kind)).filter((own) => own.key !== key);
  app.zendesk.hub.keep(nameOf(kind), [...others, { key, body, at: app.now() }]);
}

/** The documents found, as they are with one's own writes of the last minute whose keys begin with `prefix`. */
export async function withOwn(
  app: Outside,
  kind: DocKind,
  found: readonly Doc[],
  prefix = '',
): Promise<Doc[]> {
  const own = (await recallOwn(app, kind)).filter(({ key }) => key.startsWith(prefix));
  const isOlder = (doc: Doc) => {
    const mine = own.find(({ key }) => key === doc.key);
    // Zendesk keeps whole seconds.
    return mine !== undefined && doc.updatedAt <= mine.at;
  };
  const newer = found.filter((doc) => !isOlder(doc));
  const isOvertaken = ({ key }: Own) => newer.some((doc) => doc.key === key);
  const mine = own
    .filter((one) => one.body !== null && !isOvertaken(one))
    .map(({ key, body, at }): Doc => ({ kind, key, body, updatedAt: at, byId: app.user.id }));
  return [...newer, ...mine];
}
