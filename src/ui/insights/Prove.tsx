import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { proveRollups, type RollupProof } from '../../actions/proveRollups.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import type { Period } from '../../care/insights/question.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Quiet, Stack, Underlined } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { TicketList } from './TicketList.tsx';

/** Compares what the report counts with the ledgers it comes from. */
export function Prove({ period }: { period: Period }) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const [isBusy, setBusy] = useState(false);
  const [proof, setProof] = useState<RollupProof | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const onProve = async () => {
    setFailure(null);
    setProof(null);
    setBusy(true);
    try {
      const found = await proveRollups(app, period);
      setProof(found);
      announce(proofText(t, found));
    } catch (cause) {
      setFailure(asFailure(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack>
      <Quiet>{t('insights.prove_how')}</Quiet>
      <div>
        <Button size="small" aria-disabled={isBusy} onClick={() => !isBusy && void onProve()}>
          {t('insights.prove')}
        </Button>
      </div>
      {isBusy && <Quiet>{t('insights.proving')}</Quiet>}
      {failure && <FailureNote kind={failure.kind} title={t('insights.prove_failed')} />}
      {proof && <Proof proof={proof} />}
    </Stack>
  );
}

const proofText = (t: ReturnType<typeof useApp>['t'], { compared, of, differing }: RollupProof) =>
  differing.length === 0
    ? t('insights.proved', { compared, of })
    : t('insights.not_proved', { count: differing.length, compared });

function Proof({ proof }: { proof: RollupProof }) {
  const { t } = useApp();
  const [isOpen, setOpen] = useState(false);
  const { differing, behind, isFormer } = proof;
  const title = proofText(t, proof);
  return (
    <Stack $gap={4}>
      <p>{title}</p>
      {behind.length > 0 && <Quiet>{t('insights.proof_behind', { count: behind.length })}</Quiet>}
      {isFormer && differing.length > 0 && <Quiet>{t('insights.proof_former')}</Quiet>}
      {differing.length > 0 && (
        <>
          <Quiet>
            {t('insights.proof_in', {
              members: [...new Set(differing.flatMap((one) => one.members))].join(', '),
            })}
          </Quiet>
          <div>
            <Underlined type="button" onClick={() => setOpen(true)}>
              {t('insights.proof_tickets')}
            </Underlined>
          </div>
        </>
      )}
      {isOpen && (
        <TicketList title={title} keys={differing.map(({ key }) => key)} onClose={() => setOpen(false)} />
      )}
    </Stack>
  );
}
