import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { asks } from '../../src/care/insights/asks.ts';
import { useAsk, useCounter } from '../../src/ui/insights/useCounter.ts';
import { columnsOfYear, question } from '../bench/reportColumns.ts';

const columns = columnsOfYear(400);
const more = columnsOfYear(500);

const start = (of: typeof columns | null, metric: string | null) =>
  renderHook(
    (given) => {
      const counter = useCounter(given.of);
      return useAsk(counter, 'keys', given.metric === null ? null : [question, given.metric, 'base']);
    },
    { initialProps: { of, metric } },
  );

describe('what a screen asks of its columns', () => {
  it('is answered, and again when it asks something else, with the last answer until then', async () => {
    const { result, rerender } = start(columns, 'csat');
    expect(result.current).toEqual({ data: null, isCounting: true, failure: null });
    const first = asks.keys(columns, question, 'csat', 'base');
    await waitFor(() => expect(result.current).toEqual({ data: first, isCounting: false, failure: null }));
    rerender({ of: columns, metric: 'ces' });
    expect(result.current).toEqual({ data: first, isCounting: true, failure: null });
    const second = asks.keys(columns, question, 'ces', 'base');
    await waitFor(() => expect(result.current).toEqual({ data: second, isCounting: false, failure: null }));
  });

  it('is answered from new columns when there are some', async () => {
    const { result, rerender } = start(null, 'csat');
    await act(async () => {});
    expect(result.current.data).toBeNull();
    rerender({ of: columns, metric: 'csat' });
    await waitFor(() => expect(result.current.isCounting).toBe(false));
    rerender({ of: more, metric: 'csat' });
    const answer = asks.keys(more, question, 'csat', 'base');
    await waitFor(() => expect(result.current.data).toEqual(answer));
  });

  it('keeps the last good answer beside what failed', async () => {
    const { result, rerender } = start(columns, 'csat');
    await waitFor(() => expect(result.current.isCounting).toBe(false));
    const { data } = result.current;
    rerender({ of: columns, metric: 'unheard' });
    await waitFor(() => expect(result.current.failure?.kind).toBe('unexpected'));
    expect(result.current).toMatchObject({ data, isCounting: false });
  });
});
