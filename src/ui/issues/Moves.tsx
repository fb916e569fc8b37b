/** From one status to the next: at once where nothing is to be said, with a note or what changed where there is. */
import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import { moveIssue } from '../../actions/moveIssue.ts';
import type { IssueStatus, StoredIssue } from '../../care/issues/issue.ts';
import { isDone, movesFrom, needsNote } from '../../care/issues/issueMoves.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { FixForm } from './FixForm.tsx';
import { MoveNote } from './MoveNote.tsx';
import type { IssueWriting } from './useIssueWrite.ts';

type Target = Exclude<IssueStatus, 'fixed'>;

interface Props {
  issue: StoredIssue;
  write: IssueWriting;
}

export function Moves({ issue, write }: Props) {
  const app = useApp();
  const { t } = app;
  const [doing, setDoing] = useState<IssueStatus | null>(null);
  const [back, setBack] = useState<{ from: IssueStatus; to: IssueStatus } | null>(null);
  const said = useRef<HTMLDivElement>(null);
  const { status } = issue;
  useEffect(() => {
    if (back !== null) said.current?.focus();
  }, [back]);
  const move = (to: Target, note: string, onDone?: () => void) =>
    write.run(
      (base, operation) => moveIssue(app, base, to, note, operation),
      t('issues.moved', { status: t(`pack.status.${to}`) }),
      () => {
        setBack({ from: status, to });
        setDoing(null);
        onDone?.();
      },
    );
  const onPress = (to: IssueStatus) => {
    setBack(null);
    if (to === 'fixed' || needsNote(status, to)) setDoing(to);
    else move(to, '');
  };
  const undo = back !== null && back.to === status && back.from !== 'fixed' ? back.from : null;
  const mayUndo = undo !== null && movesFrom(status).includes(undo) && !needsNote(status, undo);
  const end = () => setDoing(null);
  const isAsking = doing !== null && movesFrom(status).includes(doing);
  return (
    <Stack $gap={10}>
      {back !== null && back.to === status && (
        <Line ref={said} tabIndex={-1}>
          <Quiet as="span">{t('issues.moved', { status: t(`pack.status.${status}`) })}</Quiet>
          {mayUndo && undo !== null && (
            <Button size="small" isBasic onClick={() => move(undo, '')} aria-disabled={write.isBusy}>
              {t('issues.undo')}
            </Button>
          )}
        </Line>
      )}
      {isAsking && doing === 'fixed' && (
        <FixForm
          issue={issue}
          write={write}
          onDone={() => {
            setBack({ from: status, to: 'fixed' });
            end();
          }}
          onCancel={end}
        />
      )}
      {isAsking && doing !== 'fixed' && (
        <MoveNote
          issue={issue}
          to={doing}
          isBusy={write.isBusy}
          onSubmit={(note, onKept) => move(doing, note, onKept)}
          onCancel={end}
        />
      )}
      {!isAsking && (
        <Line className="no-print" role="group" aria-label={t('issues.move_to')}>
          {movesFrom(status).map((to) => (
            <Button key={to} size="small" aria-disabled={write.isBusy} onClick={() => onPress(to)}>
              {to === 'open' && !isDone(issue) ? t('issues.to_back') : t(`issues.to.${to}`)}
            </Button>
          ))}
        </Line>
      )}
    </Stack>
  );
}
