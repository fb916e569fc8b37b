import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readSheetItems, type SheetItems } from '../../actions/readSheetItems.ts';
import {
  addSheetItem,
  changeSheetItem,
  type ItemDraft,
  type ItemWritten,
  type SheetPlace,
} from '../../actions/writeSheetItem.ts';
import type { ItemChange, StoredItem } from '../../care/coaching/item.ts';
import { asFailure } from '../../care/failure.ts';
import { useApp } from '../useApp.ts';
import { useAct } from '../views/useAct.ts';

/** What was agreed with an agent, and the ways to write it; `isGuarded` is `null` until that is known. */
export function useItems(agentId: string, isGuarded: boolean | null, groupIds: readonly string[]) {
  const app = useApp();
  const { t } = app;
  const client = useQueryClient();
  const act = useAct();
  const queryKey = ['sheet-items', agentId, isGuarded];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => readSheetItems(app, agentId, isGuarded === true),
    enabled: isGuarded !== null,
    refetchOnMount: 'always',
    structuralSharing: false,
  });
  /** Why something was not written, until the next try; `met` is what somebody else wrote. */
  const [refused, setRefused] = useState<{ problem: 'full' } | { met: StoredItem } | null>(null);

  const put = (item: StoredItem) =>
    client.setQueryData(queryKey, (now: SheetItems | undefined): SheetItems => {
      const others = (now?.items ?? []).filter(({ id }) => id !== item.id);
      const items = item.state === 'removed' ? others : [item, ...others];
      items.sort((a, b) => (b.log[0]?.at ?? 0) - (a.log[0]?.at ?? 0));
      return { isCut: false, broken: 0, ...now, items };
    });
  const write = async (writing: () => Promise<ItemWritten>, done: string, onKept: () => void) => {
    setRefused(null);
    let written: ItemWritten | null = null;
    const once = async () => {
      written = await writing();
      if ('problem' in written) setRefused(written);
      else put('met' in written ? written.met : written.item);
      if ('met' in written) setRefused(written);
      if ('item' in written) onKept();
      else await refetch();
    };
    await act.run(once, done);
  };
  const place: SheetPlace = { agentId, isGuarded: isGuarded === true, groupIds };
  return {
    items: data?.items ?? null,
    isCut: data?.isCut ?? false,
    broken: data?.broken ?? 0,
    failure: error ? asFailure(error) : null,
    reload: () => void refetch(),
    act,
    refused,
    add: (draft: ItemDraft, itemId: string, onKept: () => void) =>
      write(() => addSheetItem(app, place, draft, itemId), t('coaching.saved'), onKept),
    change: (item: StoredItem, change: ItemChange, onKept: () => void = () => {}) =>
      write(() => changeSheetItem(app, agentId, item, change), t('coaching.saved'), onKept),
  };
}

export type Items = ReturnType<typeof useItems>;
