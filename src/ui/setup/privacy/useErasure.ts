import { useState } from 'react';
import { countOfCustomer, eraseCustomer } from '../../../actions/eraseCustomer.ts';
import { type FoundCustomer, findCustomers } from '../../../actions/findCustomers.ts';
import { asFailure, type Failure } from '../../../care/failure.ts';
import { useAnnounce } from '../../useAnnounce.ts';
import { useApp } from '../../useApp.ts';

/** Finding one customer, counting what there is, erasing it; what fails can be tried again. */
export function useErasure() {
  const app = useApp();
  const announce = useAnnounce();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<FoundCustomer[] | null>(null);
  const [chosen, setChosen] = useState<FoundCustomer | null>(null);
  const [count, setCount] = useState<number | null>(null);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [failed, setFailed] = useState<{ failure: Failure; retry: () => void } | null>(null);
  const [isBusy, setBusy] = useState(false);

  const run = async (work: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setFailed(null);
    setSaid(null);
    try {
      await work();
    } catch (cause) {
      setFailed({ failure: asFailure(cause), retry: () => void run(work) });
    } finally {
      setBusy(false);
      setProgress(null);
    }
  };
  const find = () =>
    run(async () => {
      if (words.trim().length < 2) return;
      setChosen(null);
      setFound(await findCustomers(app, words.trim()));
    });
  const choose = (customer: FoundCustomer) =>
    run(async () => {
      setCount(await countOfCustomer(app, customer.id));
      setChosen(customer);
    });
  const erase = () =>
    run(async () => {
      if (!chosen) return;
      const erased = await eraseCustomer(app, chosen.id, (done, of) => setProgress({ done, of }));
      const result = app.t('privacy.erased', { count: erased.feedbacks, texts: erased.texts });
      setChosen(null);
      setFound(null);
      setWords('');
      setSaid(result);
      announce(result);
    });
  const leave = () => {
    setChosen(null);
    setFound(null);
  };
  const { failure = null, retry = undefined } = failed ?? {};
  return {
    words,
    setWords,
    found,
    chosen,
    count,
    progress,
    said,
    failure,
    retry,
    isBusy,
    find,
    choose,
    erase,
    leave,
  };
}
