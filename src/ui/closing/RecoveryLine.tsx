import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { CaseRow } from '../../actions/listCases.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Folded } from '../Folded.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { asidesText, sharesText } from './recoveryText.ts';
import { useClosedLately } from './useClosedLately.ts';

const days = 30;
/** Calls: one when the view opens, the rest when somebody asks for it. */
const pages = { first: 1, most: 50 };

interface Props {
  /** Every case the screen knows, by key. */
  all: ReadonlyMap<string, CaseRow>;
}

/** How many customers were turned around lately: both shares with their intervals, and the rule behind them. */
export function RecoveryLine({ all }: Props) {
  const app = useApp();
  const { t } = app;
  const [read, setRead] = useState(pages.first);
  const { lately, failure, retry } = useClosedLately(days, read, all);
  if (failure) {
    return <FailureNote kind={failure.kind} title={t('recovery.failed')} onRetry={() => void retry()} />;
  }
  if (!lately) return <br />;
  const { sums, count, isWhole } = lately;
  return (
    <Stack $gap={4}>
      <p>{sharesText(app, sums, days).join(' ')}</p>
      {!isWhole && (
        <Line>
          <Quiet as="span">{t('recovery.partial', { count })}</Quiet>
          {read < pages.most && (
            <Button size="small" isLink onClick={() => setRead(pages.most)}>
              {t('recovery.read_all')}
            </Button>
          )}
        </Line>
      )}
      <Folded line={t('recovery.how')}>
        {[t('recovery.rule'), ...asidesText(app, sums)].map((sentence) => (
          <Quiet as="li" key={sentence}>
            {sentence}
          </Quiet>
        ))}
      </Folded>
    </Stack>
  );
}
