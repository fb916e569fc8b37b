import { useQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { useEffect, useState } from 'react';
import type { Colleague } from '../../actions/findColleagues.ts';
import { asFailure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { later } from '../lazyPart.ts';
import { useApp } from '../useApp.ts';

/** Milliseconds without a key before names are looked up. */
const pauseMs = 250;
/** Names offered at most: more letters find the others. */
const offered = 6;

interface Props {
  chosen: Colleague | null;
  onChoose: (colleague: Colleague | null) => void;
  isMissing: boolean;
}

/** Finds a colleague by the beginning of the name: one call a pause, names asked for before come at once. */
export function ColleagueField({ chosen, onChoose, isMissing }: Props) {
  const { t } = useApp();
  const [typed, setTyped] = useState('');
  const { found, failure, reload } = useColleagues(useSettled(typed.trim()));
  if (chosen)
    return (
      <Line>
        <strong dir="auto">{t('colleague.chosen', { name: chosen.name })}</strong>
        <Button isLink size="small" onClick={() => onChoose(null)}>
          {t('colleague.change')}
        </Button>
      </Line>
    );
  return (
    <Stack $gap={6}>
      <Field>
        <Label>{t('colleague.search')}</Label>
        <Hint>{t('colleague.hint')}</Hint>
        <Input
          isCompact
          autoComplete="off"
          validation={isMissing ? 'error' : undefined}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {failure && <FailureNote kind={failure.kind} title={t('colleague.failed')} onRetry={reload} />}
      {found && (
        <Quiet role="status">
          {found.length === 0 ? t('colleague.none') : t('colleague.found', { count: found.length })}
        </Quiet>
      )}
      {found && (
        <Line>
          {found.slice(0, offered).map((colleague) => (
            <Button key={colleague.id} size="small" onClick={() => onChoose(colleague)}>
              <span dir="auto">{colleague.name}</span>
            </Button>
          ))}
        </Line>
      )}
    </Stack>
  );
}

/** What was typed, once the hands rest. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function useColleagues(name: string) {
  const app = useApp();
  const query = useQuery({
    queryKey: ['colleagues', name.toLowerCase()],
    enabled: name.length >= 2,
    queryFn: async () =>
      (await later(() => import('../../actions/findColleagues.ts'))).findColleagues(app, name),
  });
  return {
    found: name.length >= 2 ? (query.data ?? null) : null,
    failure: query.error ? asFailure(query.error) : null,
    reload: () => void query.refetch(),
  };
}
