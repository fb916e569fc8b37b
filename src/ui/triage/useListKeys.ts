import { useEffect, useRef, useState } from 'react';
import { openTicket } from '../../actions/goTo.ts';
import type { CaseRow } from '../../actions/listCases.ts';
import { useApp } from '../useApp.ts';
import { useKeys } from '../useKeys.ts';

/** Where the tab's hub keeps that somebody switched single keys off. */
const keptAs = 'keys';

/** The list by keyboard: `j k` and arrows move, Enter opens, `o` opens the ticket, `?` lists the keys. */
export function useListKeys(
  rows: CaseRow[],
  openKey: string | null,
  open: (ticketId: string | null) => void,
  isList: boolean,
) {
  const app = useApp();
  const { hub } = app.zendesk;
  const [isOn, setOnState] = useState(true);
  const [isListOpen, setListOpen] = useState(false);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [focusCount, setFocusCount] = useState(0);
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    hub.recall(keptAs).then((kept) => {
      if (kept === 'off') setOnState(false);
    });
  }, [hub]);

  const wanted = activeKey ?? openKey;
  const found = rows.findIndex(({ feedback }) => feedback.key === wanted);
  const activeIndex = Math.max(0, found);
  const focus = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (!row) return;
    setActiveKey(row.feedback.key);
    setFocusCount((count) => count + 1);
  };
  const move = (step: number) => focus(found < 0 ? 0 : activeIndex + step);
  const active = rows[activeIndex];
  const toggleList = () => {
    if (isListOpen) opener.current?.focus();
    else opener.current = document.activeElement as HTMLElement | null;
    setListOpen(!isListOpen);
  };
  useKeys(
    {
      j: () => move(1),
      k: () => move(-1),
      o: () => active && void openTicket(app, active.ticketId),
      '?': toggleList,
    },
    isOn && isList,
  );

  return {
    isOn,
    setOn: (next: boolean) => {
      setOnState(next);
      hub.keep(keptAs, next ? null : 'off');
    },
    isListOpen,
    toggleList,
    activeIndex,
    /** Changes whenever the active row is to take the focus. */
    focusCount,
    focus,
    focusRow: () => focus(activeIndex),
    openRow: (row: CaseRow) => {
      setActiveKey(row.feedback.key);
      open(row.ticketId);
    },
  };
}

export type ListKeys = ReturnType<typeof useListKeys>;
