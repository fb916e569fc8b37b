/** What the account's rules may test and do, as far as it tells how soon a workflow fires. */
import { useQuery } from '@tanstack/react-query';
import { accountOf } from '../../../actions/planRules.ts';
import { readRuleDefinitions } from '../../../actions/readRuleDefinitions.ts';
import { asFailure, type Failure } from '../../../care/failure.ts';
import type { RuleAccount } from '../../../care/workflows/ruleAccount.ts';
import { useApp } from '../../useApp.ts';
import type { Settings } from '../useSettings.ts';

export interface RuleAccountReading {
  /** With the leads and the pilot as typed; `null` until the definitions are known. */
  account: RuleAccount | null;
  failure: Failure | null;
  reload: () => void;
}

export function useRuleAccount({ basis, draft }: Settings): RuleAccountReading {
  const app = useApp();
  const definitions = useQuery({
    queryKey: ['rules', 'definitions'],
    queryFn: () => readRuleDefinitions(app),
    staleTime: 5 * 60_000,
  });
  const { leads, otherLeads, pilot } = draft;
  return {
    account: definitions.data ? accountOf({ ...basis, leads, otherLeads, pilot }, definitions.data) : null,
    failure: definitions.error && !definitions.isFetching ? asFailure(definitions.error) : null,
    reload: () => void definitions.refetch(),
  };
}
