import { useEffect, useMemo, useRef, useState } from 'react';
import { type Counter, createCounter, Outdated } from '../../actions/counter.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import type { Answer, AskArgs, AskName } from '../../care/insights/asks.ts';
import type { Columns } from '../../care/insights/columns.ts';

/** Counts these columns, and never others, while the screen is there; `null` until it can. */
export function useCounter(columns: Columns | null): Counter | null {
  const [made, setMade] = useState<{ columns: Columns; counter: Counter } | null>(null);
  useEffect(() => {
    if (!columns) return setMade(null);
    const counter = createCounter(columns);
    setMade({ columns, counter });
    return counter.stop;
  }, [columns]);
  // Whoever asks the one of the columns before, which is being stopped, gets no answer.
  return made?.columns === columns ? made.counter : null;
}

export interface Asked<T> {
  /** The last good answer: while another is counted, that to the ask before. */
  data: T | null;
  isCounting: boolean;
  failure: Failure | null;
}

/** What the columns answer. Asked again when the counter or what `args` say changes; `null` args ask nothing. */
export function useAsk<N extends AskName>(
  counter: Counter | null,
  name: N,
  args: AskArgs<N> | null,
): Asked<Answer<N>> {
  const [asked, setAsked] = useState<Asked<Answer<N>>>({ data: null, isCounting: true, failure: null });
  const line = useMemo(() => counter?.line() ?? null, [counter]);
  const said = JSON.stringify(args);
  const latest = useRef(args);
  latest.current = args;
  useEffect(() => {
    const own = latest.current;
    if (!line || said === 'null' || !own) return;
    let isHere = true;
    setAsked((before) => ({ ...before, isCounting: true }));
    line(name, ...own).then(
      (data) => isHere && setAsked({ data, isCounting: false, failure: null }),
      (cause) => {
        if (isHere && !(cause instanceof Outdated))
          setAsked((before) => ({ ...before, isCounting: false, failure: asFailure(cause) }));
      },
    );
    return () => {
      isHere = false;
    };
  }, [line, name, said]);
  return asked;
}
