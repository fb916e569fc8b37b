import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keep, onNews, recall } from '../../actions/frames.ts';
import { readPeople } from '../../actions/readPeople.ts';
import { readTicketFeedback, type TicketFeedback } from '../../actions/readTicketFeedback.ts';
import type { Written } from '../../actions/record.ts';
import type { App } from '../../app.ts';
import { creditOf, isAgent } from '../../care/attribution.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { type Feedback, keyOfTicket } from '../../care/feedback.ts';
import { verdictOf } from '../../care/rating.ts';
import { later } from '../lazyPart.ts';
import { useActivity } from '../useActivity.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import type { FirstReading } from './firstReading.ts';
import { isRemembered } from './remembered.ts';

export interface TicketUse {
  /** The last good answer, however old; `null` before the first. */
  data: TicketFeedback | null;
  /** The ledger was read, now or before: `data` holds what it last said. */
  hasLedger: boolean;
  /** Why the newest reading failed. */
  failure: Failure | null;
  /** Why what was seen could not be written down. */
  recordFailure: Failure | null;
  isReading: boolean;
  reload: () => void;
  onWritten: (written: Written) => void;
  /** A newer state of the feedback, from whichever verb. */
  adopt: (feedback: Feedback) => void;
}

/** Milliseconds the screen is left alone before what was seen is written down, by code it can do without. */
const breath = 300;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const queryKeyOf = (ticketId: string) => ['ticket', ticketId];

/**
 * One ticket's feedback: at once from the tab's hub where it was open before, then from Zendesk; again when the
 * frame is looked at, when somebody else changed it, and never while it is hidden. What was seen and nobody had
 * written down yet is recorded in the background.
 */
export function useTicketFeedback(ticketId: string, first?: FirstReading): TicketUse {
  const app = useApp();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const isActive = useActivity();
  const queryKey = queryKeyOf(ticketId);
  const keptAs = `ticket:${ticketId}`;
  const [recordFailure, setRecordFailure] = useState<Failure | null>(null);
  const remembered = useRef<Promise<TicketFeedback | null> | null>(null);
  const isFirst = useRef(true);
  const hasLedger = useRef(false);
  const isPainted = useRef(false);
  const cached = () => queries.getQueryData<TicketFeedback>(queryKey) ?? null;

  // Asked for once, while the first reading is on its way: whichever comes first is painted.
  remembered.current ??= (first?.remembered ?? recall(app, keptAs)).then((kept) => {
    if (!isRemembered(kept, ticketId)) return null;
    if (!cached()) queries.setQueryData(queryKey, kept);
    return kept;
  });

  const adopt = useCallback(
    (feedback: Feedback) => {
      queries.setQueryData<TicketFeedback>(queryKeyOf(ticketId), (before) =>
        // Whoever wrote has spent the calls of this opening.
        before && feedback.rev > before.feedback.rev ? { ...before, feedback, mayCheckList: false } : before,
      );
    },
    [queries, ticketId],
  );

  const record = async (seen: TicketFeedback) => {
    setRecordFailure(null);
    try {
      if (isPainted.current === false) await wait(breath);
      isPainted.current = true;
      const { recordSighting } = await later(() => import('../../actions/recordSighting.ts'));
      const feedback = await recordSighting(app, seen, { isDomainKnown: () => isDomainKnown(app, seen) });
      adopt(feedback);
      const isOpened = !seen.feedback.case && feedback.case !== null;
      if (isOpened) announce(app.t('sidebar.case_opened'));
      // An admin's first sight of a rating that opens its case has made its seven calls.
      if (feedback !== seen.feedback && !(isOpened && app.user.isAdmin)) await nameCredited(feedback);
    } catch (cause) {
      setRecordFailure(asFailure(cause));
    }
  };

  const nameCredited = (feedback: Feedback) => {
    const credit = creditOf(feedback.attribution, app.configuration.attributionRule);
    return name(isAgent(credit) && !cached()?.names[credit] ? [credit] : []);
  };

  const name = async (ids: readonly string[]) => {
    if (ids.length === 0) return;
    const names = await readPeople(app, ids);
    queries.setQueryData<TicketFeedback>(
      queryKey,
      (before) => before && { ...before, names: { ...before.names, ...names } },
    );
  };

  const query = useQuery({
    queryKey,
    enabled: isActive,
    initialData: first?.kept ?? undefined,
    refetchOnMount: first?.kept ? 'always' : false,
    queryFn: async () => {
      // Only the first reading leans on it: who reads again wants to know what is there now.
      const before = isFirst.current ? remembered.current : null;
      const begun = isFirst.current ? first?.reading : null;
      isFirst.current = false;
      const seen = await (begun ?? readTicketFeedback(app, ticketId, before ?? undefined));
      const found = over(cached(), seen);
      void record(found);
      void name(found.unnamed);
      return found;
    },
  });
  const { data, refetch, error, isFetching } = query;

  useFirstAndReturn(isActive, () => void refetch());

  useEffect(() => {
    if (data && !data.ledgerFailure && !data.sourceFailure) keep(app, keptAs, data);
  }, [app, data, keptAs]);

  useEffect(
    () =>
      onNews(app, ({ key, rev }) => {
        const known = queries.getQueryData<TicketFeedback>(queryKeyOf(ticketId))?.feedback.rev ?? 0;
        if (key === keyOfTicket(ticketId) && rev > known && isActive) void refetch();
      }),
    [app, queries, ticketId, isActive, refetch],
  );

  const onWritten = useCallback(
    ({ feedback, met }: Written) => {
      adopt(feedback);
      // Others are on the screen now: their names come with the next reading.
      if (met.length > 0) void refetch();
    },
    [adopt, refetch],
  );

  if (data && !data.ledgerFailure) hasLedger.current = true;
  return {
    data: data ?? null,
    hasLedger: hasLedger.current,
    failure: error ? asFailure(error) : null,
    recordFailure,
    isReading: isFetching,
    reload: () => void refetch(),
    onWritten,
    adopt,
  };
}

/**
 * Asked only where it decides, and not by admins, whose call went to the survey's answers: their sync asks for all
 * domains at once.
 */
async function isDomainKnown(
  app: App,
  { comment, sighting, requesterEmail }: TicketFeedback,
): Promise<boolean> {
  const isBad = sighting.ratings.some((rating) => verdictOf(rating) === 'bad');
  if (app.user.isAdmin || comment !== null || !isBad) return false;
  const { readKnownDomain } = await import('../../actions/readKnownDomain.ts');
  return readKnownDomain(app, requesterEmail);
}

/** The newer reading, with what was known already: names, and facts it does not hold yet. */
function over(before: TicketFeedback | null, seen: TicketFeedback): TicketFeedback {
  const names = { ...before?.names, ...seen.names };
  const isBehind = before && before.feedback.rev > seen.feedback.rev;
  return {
    ...seen,
    feedback: isBehind ? before.feedback : seen.feedback,
    names,
    unnamed: seen.unnamed.filter((id) => !names[id]),
  };
}

/** Reads on return; and on mount where the hub's memory was there before the query could start. */
function useFirstAndReturn(isActive: boolean, read: () => void): void {
  const wasActive = useRef(isActive);
  useEffect(() => {
    if (isActive && !wasActive.current) read();
    wasActive.current = isActive;
  }, [isActive, read]);
}
