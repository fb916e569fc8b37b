import { useState } from 'react';
import { monthsBack } from '../../care/insights/period.ts';
import type { Period } from '../../care/insights/question.ts';
import { useApp } from '../useApp.ts';

/** Months one can choose, this one included. */
const offered = 13;

/** The month the page is about: the last full one until another is chosen. */
export function useMonth() {
  const { now, user } = useApp();
  const zone = user.timeZone ?? 'UTC';
  const [opened] = useState(now);
  const months = monthsBack(offered + 1, opened, zone);
  const [from, setFrom] = useState(months.at(-2)?.from ?? 0);
  const place = Math.max(
    1,
    months.findIndex((one) => one.from === from),
  );
  const none: Period = { from: 0, to: 0 };
  return {
    zone,
    months: months.slice(1).reverse(),
    month: months[place] ?? none,
    before: months[place - 1] ?? none,
    isOver: place < months.length - 1,
    choose: (period: Period) => setFrom(period.from),
  };
}

export type Month = ReturnType<typeof useMonth>;
