import { useQuery } from '@tanstack/react-query';
import { readWebhooks, type Webhook } from '../../../actions/readWebhooks.ts';
import { asFailure, type Failure } from '../../../care/failure.ts';
import { useApp } from '../../useApp.ts';

export interface WebhooksReading {
  /** `undefined` until they are known, `null` where the account shows none. */
  listed: Webhook[] | null | undefined;
  failure: Failure | null;
  reload: () => void;
}

/** The account's webhooks, read once one is needed. */
export function useWebhooks(isNeeded: boolean): WebhooksReading {
  const app = useApp();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['webhooks'],
    queryFn: () => readWebhooks(app),
    enabled: isNeeded,
  });
  return {
    listed: data,
    failure: error && !isFetching ? asFailure(error) : null,
    reload: () => void refetch(),
  };
}
