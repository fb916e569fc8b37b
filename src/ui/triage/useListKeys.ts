import { useRef, useState } from 'react';
import type { CaseRow } from '../../actions/listCases.ts';
import { useKeys } from '../useKeys.ts';
import { useSingleKeys } from '../useSingleKeys.ts';

interface Doing {
  open: (key: string) => void;
  openTicket: (ticketId: string) => void;
  tick: (key: string) => void;
}

/** Keys that work on a case: without an open panel they open the highlighted row's, which then hears them. */
const caseKeys = ['t', 'c', 'r', 'e', '1', '2', '3'];

/**
 * The list by keyboard: `j k` and arrows move, Enter opens, `o` opens the ticket, `x` ticks, `?` lists the keys. `panel` is
 * the case whose panel is open: keys that work on a case mean that one first, the highlighted row after.
 */
export function useListKeys(rows: CaseRow[], panel: CaseRow | null, doing: Doing, isList: boolean) {
  const { isOn, setOn } = useSingleKeys();
  const [isListOpen, setListOpen] = useState(false);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [focusCount, setFocusCount] = useState(0);
  const [firstKey, setFirstKey] = useState<string | null>(null);
  const opener = useRef<HTMLElement | null>(null);

  const wanted = activeKey ?? panel?.feedback.key;
  const found = rows.findIndex(({ feedback }) => feedback.key === wanted);
  const activeIndex = Math.max(0, found);
  const focus = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (!row) return;
    setActiveKey(row.feedback.key);
    setFocusCount((count) => count + 1);
  };
  const move = (step: number) => focus(found < 0 ? 0 : activeIndex + step);
  const highlighted = rows[found];
  const ticketId = (panel ?? highlighted)?.ticketId;
  const openRow = (row: CaseRow, key: string | null = null) => {
    setActiveKey(row.feedback.key);
    setFirstKey(key);
    doing.open(row.feedback.key);
  };
  const toggleList = () => {
    if (isListOpen) opener.current?.focus();
    else opener.current = document.activeElement as HTMLElement | null;
    setListOpen(!isListOpen);
  };
  const onCaseKey = (key: string) => [
    key,
    !panel && highlighted ? () => openRow(highlighted, key) : undefined,
  ];
  useKeys(
    {
      ...Object.fromEntries(caseKeys.map(onCaseKey)),
      j: () => move(1),
      k: () => move(-1),
      x: highlighted ? () => doing.tick(highlighted.feedback.key) : undefined,
      o: ticketId ? () => doing.openTicket(ticketId) : undefined,
      '?': toggleList,
    },
    isOn && isList,
  );

  return {
    isOn,
    setOn,
    isListOpen,
    toggleList,
    activeIndex,
    /** Changes whenever the active row is to take the focus. */
    focusCount,
    /** The key that opened the panel, for the panel to act on. */
    firstKey,
    focus,
    focusRow: () => focus(activeIndex),
    openRow,
  };
}

export type ListKeys = ReturnType<typeof useListKeys>;
