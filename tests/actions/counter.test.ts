import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Counter, createCounter, Outdated } from '../../src/actions/counter.ts';
import { columnsFrom, type FromWorker, type ToWorker } from '../../src/actions/counterTalk.ts';
import { type AskArgs, type AskName, answerTo, asks } from '../../src/care/insights/asks.ts';
import type { Columns } from '../../src/care/insights/columns.ts';
import { columnsOfYear, question } from '../bench/reportColumns.ts';

const columns = columnsOfYear(3000);
const counters: Counter[] = [];
const create = (of: Columns = columns) => {
  const counter = createCounter(of);
  counters.push(counter);
  return counter;
};

afterEach(() => {
  for (const counter of counters.splice(0)) counter.stop();
  vi.unstubAllGlobals();
});

/** A worker as a browser has it: what is said to it is copied, and it answers when it is let. */
class FakeWorker {
  static all: FakeWorker[] = [];
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: (() => void) | null = null;
  isTerminated = false;
  readonly said: ToWorker[] = [];
  constructor() {
    FakeWorker.all.push(this);
  }
  postMessage(message: ToWorker) {
    this.said.push(structuredClone(message));
  }
  terminate() {
    this.isTerminated = true;
  }
  asks() {
    return this.said.filter((one) => one.kind === 'ask');
  }
  answer() {
    const parts = this.said
      .filter((one) => one.kind === 'part')
      .map(({ name, value }) => [name, value] as const);
    const ask = this.asks().at(-1);
    if (!ask) throw new Error('nothing was asked');
    const steps = answerTo(columnsFrom(new Map(parts)), ask.name, ask.args as AskArgs<AskName>);
    let step = steps.next();
    while (!step.done) step = steps.next();
    this.onmessage?.({ data: { kind: 'answer', id: ask.id, answer: structuredClone(step.value) } });
  }
}

function withWorkers() {
  FakeWorker.all = [];
  vi.stubGlobal('Worker', FakeWorker);
  return () => {
    const worker = FakeWorker.all.at(-1);
    if (!worker) throw new Error('no worker was made');
    return worker;
  };
}

describe.each(['in a worker', 'in place'])('what is asked %s', (where) => {
  it('is answered as the rule itself answers', async () => {
    const worker = where === 'in a worker' ? withWorkers() : null;
    const answer = create().ask('report', question);
    if (worker) {
      await vi.waitFor(() => expect(worker().asks()).toHaveLength(1));
      worker().answer();
    }
    expect(await answer).toEqual(asks.report(columns, question));
  });
});

describe('a counter', () => {
  it('answers every ask, one after the other', async () => {
    const { ask } = create();
    const [one, other] = await Promise.all([
      ask('distribution', question, 'csat'),
      ask('distribution', question, 'ces'),
    ]);
    expect(one).toEqual(asks.distribution(columns, question, 'csat'));
    expect(other).toEqual(asks.distribution(columns, question, 'ces'));
  });

  it('answers in a line only what was asked last', async () => {
    const ask = create().line();
    const first = ask('distribution', question, 'csat');
    const last = ask('distribution', question, 'ces');
    await expect(first).rejects.toBeInstanceOf(Outdated);
    expect(await last).toEqual(asks.distribution(columns, question, 'ces'));
  });

  it('does not let one line outdate another, nor one name another', async () => {
    const counter = create();
    const [one, other] = [counter.line(), counter.line()];
    const answers = await Promise.all([
      one('distribution', question, 'csat'),
      one('keys', question, 'csat', 'base'),
      other('distribution', question, 'ces'),
    ]);
    expect(answers[0]).toEqual(asks.distribution(columns, question, 'csat'));
    expect(answers[1]).toHaveLength(asks.keys(columns, question, 'csat', 'base').length);
    expect(answers[2]).toEqual(asks.distribution(columns, question, 'ces'));
  });

  it('ends half way what was outdated, and begins no outdated one', async () => {
    const worker = withWorkers();
    const ask = create().line();
    const asked = [ask('report', question)];
    await vi.waitFor(() => expect(worker().asks()).toHaveLength(1));
    asked.push(ask('report', { ...question, by: null }), ask('report', { ...question, by: 'topic' }));
    const outdated = asked.slice(0, 2).map((one) => expect(one).rejects.toBeInstanceOf(Outdated));
    await Promise.all(outdated);
    expect(worker().said.filter((one) => one.kind === 'cancel')).toEqual([{ kind: 'cancel', id: 1 }]);
    worker().onmessage?.({ data: { kind: 'failed', id: 1, message: 'cancelled' } });
    await vi.waitFor(() => expect(worker().asks()).toHaveLength(2));
    expect(worker().asks()[1]?.args).toEqual([{ ...question, by: 'topic' }]);
    worker().answer();
    expect(await asked[2]).toEqual(asks.report(columns, { ...question, by: 'topic' }));
  });

  it('goes on in place where the worker may not start', async () => {
    const worker = withWorkers();
    const answer = create().ask('distribution', question, 'csat');
    await vi.waitFor(() => expect(worker().asks()).toHaveLength(1));
    worker().onerror?.();
    expect(await answer).toEqual(asks.distribution(columns, question, 'csat'));
  });

  it('goes on in place where a policy lets nobody make one', async () => {
    vi.stubGlobal(
      'Worker',
      class {
        constructor() {
          throw new Error('SecurityError');
        }
      },
    );
    expect(await create().ask('distribution', question, 'csat')).toEqual(
      asks.distribution(columns, question, 'csat'),
    );
  });

  it('says what failed, and answers the next ask', async () => {
    const { ask } = create();
    await expect(ask('keys', question, 'unheard', 'base')).rejects.toMatchObject({
      kind: 'unexpected',
      message: expect.stringContaining('unheard'),
    });
    expect(await ask('keys', question, 'volume', 'base')).not.toHaveLength(0);
  });

  it('ends its worker when it is stopped, and answers nothing more', async () => {
    const worker = withWorkers();
    const counter = create();
    const [running, waiting] = [
      counter.ask('report', question),
      counter.ask('distribution', question, 'csat'),
    ];
    await vi.waitFor(() => expect(worker().asks()).toHaveLength(1));
    counter.stop();
    await expect(running).rejects.toBeInstanceOf(Outdated);
    await expect(waiting).rejects.toBeInstanceOf(Outdated);
    await expect(counter.ask('report', question)).rejects.toBeInstanceOf(Outdated);
    expect(worker().isTerminated).toBe(true);
  });
});
