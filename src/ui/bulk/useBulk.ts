import { useCallback, useRef, useState } from 'react';
import type { DecideMany } from '../../actions/bulkDecision.ts';
import type { CaseRow } from '../../actions/listCases.ts';
import { newOperation } from '../../actions/newOperation.ts';
import { readPeople } from '../../actions/readPeople.ts';
import { type BulkResult, bulkOf, isOpenWork, workMany } from '../../actions/workMany.ts';
import type { Cases } from '../triage/useCases.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { type Act, decisionOf, undoOf } from './acts.ts';
import { resultText } from './resultText.ts';

/** One piece of work on many rows, under way or over, until it is dismissed. */
export interface Job {
  act: Act;
  isUndo: boolean;
  decide: DecideMany;
  operation: string;
  results: BulkResult[];
  /** Of whoever was first. */
  names: Record<string, string>;
}

const clock = () => performance.now();

/** Runs bulk work: one at a time, paused and resumed, tried again where it failed, taken back where that is possible. */
export function useBulk(cases: Pick<Cases, 'onFeedbacks'>) {
  const app = useApp();
  const announce = useAnnounce();
  const [job, setJob] = useState<Job | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [isPaused, setPaused] = useState(false);
  const isStopped = useRef(false);
  const put = useRef(cases.onFeedbacks);
  put.current = cases.onFeedbacks;

  const run = useCallback(
    async (begun: Job) => {
      isStopped.current = false;
      setPaused(false);
      setRunning(true);
      setJob(begun);
      const show = (results: BulkResult[]) => {
        put.current(results.filter(({ state }) => state !== 'waiting').map(({ feedback }) => feedback));
        setJob({ ...begun, results });
      };
      const control = { isStopped: () => isStopped.current, onProgress: show, clock };
      const results = await workMany(app, begun.results, begun, control);
      const people = results.flatMap(({ by }) => by?.byId ?? []);
      const names = await readPeople(app, [...new Set(people)]);
      const ended = { ...begun, results, names: { ...names, [app.user.id]: app.t('people.you') } };
      setJob(ended);
      setRunning(false);
      const isWaiting = results.some(({ state }) => state === 'waiting');
      setPaused(isWaiting);
      if (!isWaiting) announce(resultText(app.t, ended));
    },
    [app, announce],
  );

  const start = (act: Act, rows: readonly CaseRow[]) =>
    run({
      act,
      isUndo: false,
      decide: decisionOf(act, app),
      operation: newOperation(),
      results: bulkOf(rows),
      names: {},
    });
  const undo = () => {
    const decide = job && undoOf(job.act);
    if (!job || !decide) return;
    const done = job.results.filter(({ state }) => state === 'done');
    const befores = new Map(done.map(({ feedback, seen }) => [feedback.key, seen]));
    void run({ ...job, isUndo: true, decide, operation: newOperation(), results: bulkOf(done, befores) });
  };
  return {
    job,
    isRunning,
    isPaused,
    start: (act: Act, rows: readonly CaseRow[]) => void start(act, rows),
    pause: () => {
      isStopped.current = true;
    },
    /** The same again for those that wait or failed. */
    goOn: () => {
      if (job && !isRunning) void run(job);
    },
    /** `null` where nothing is to be taken back. */
    undo: job && !isRunning && !job.isUndo && undoOf(job.act) && hasDone(job) ? undo : null,
    hasFailed: job !== null && !isRunning && !isPaused && job.results.some(isOpenWork),
    dismiss: () => {
      setJob(null);
      setPaused(false);
    },
  };
}

const hasDone = ({ results }: Job) => results.some(({ state }) => state === 'done');

export type Bulk = ReturnType<typeof useBulk>;
