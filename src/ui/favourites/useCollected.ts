import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uncollect } from '../../actions/collect.ts';
import { readCollectedKeys, readRows } from '../../actions/readCollected.ts';
import type { StoredCollection } from '../../actions/readCollections.ts';
import { asFailure } from '../../care/failure.ts';
import type { Feedback } from '../../care/feedback.ts';
import { useApp } from '../useApp.ts';
import { useAct } from '../views/useAct.ts';

/** Rows read at a time. */
const block = 50;

/** The feedbacks of a collection: their keys first, then their rows as far as somebody looks. */
export function useCollected({ id, name }: StoredCollection) {
  const app = useApp();
  const { t } = app;
  const queries = useQueryClient();
  const act = useAct();
  const [changed, setChanged] = useState<Record<string, Feedback>>({});
  const [removed, setRemoved] = useState<string[]>([]);
  const index = useQuery({
    queryKey: ['collected', id],
    queryFn: () => readCollectedKeys(app, id),
    refetchOnMount: 'always',
  });
  const keys = index.data?.keys ?? [];
  const pages = useInfiniteQuery({
    queryKey: ['collected-rows', id, ...keys],
    enabled: keys.length > 0 && !index.isFetching,
    initialPageParam: 0,
    queryFn: ({ pageParam }) => readRows(app, keys.slice(pageParam, pageParam + block)),
    getNextPageParam: (_last, all) => (all.length * block < keys.length ? all.length * block : null),
  });
  const read = pages.data?.pages ?? [];
  const rows = read
    .flatMap((page) => page.rows)
    .filter(({ feedback }) => !removed.includes(feedback.key))
    .map((row) => ({ ...row, feedback: changed[row.feedback.key] ?? row.feedback }));
  const cause = index.error ?? pages.error;
  const isReading = index.isFetching || (keys.length > 0 && pages.isLoading);
  return {
    rows,
    names: Object.assign({}, ...read.map((page) => page.names)) as Record<string, string>,
    missing: read.reduce((sum, page) => sum + page.missing, 0),
    isReading: isReading && rows.length === 0,
    isEmpty: !isReading && !cause && rows.length === 0 && !pages.hasNextPage,
    failure: cause ? asFailure(cause) : null,
    reload: () => void (index.error ? index.refetch() : pages.refetch()),
    hasMore: pages.hasNextPage,
    readMore: () => void pages.fetchNextPage(),
    isReadingMore: pages.isFetchingNextPage,
    isCut: index.data?.isCut ?? false,
    act,
    /** A case that moved on while its panel was open. */
    onFeedback: (feedback: Feedback) => setChanged((before) => ({ ...before, [feedback.key]: feedback })),
    /** Taken out; pressing the star in its panel puts it back in. */
    remove: (key: string) =>
      void act.run(
        async () => {
          await uncollect(app, id, key);
          setRemoved((before) => [...before, key]);
          void queries.invalidateQueries({ queryKey: ['holding', key] });
        },
        t('favourites.taken_out', { name }),
      ),
  };
}
