import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { type FormEvent, useRef, useState } from 'react';
import { createCase } from '../../actions/createCase.ts';
import { type FoundTicket, findTicket, type TicketSearch } from '../../actions/findTicket.ts';
import { newOperation } from '../../actions/newOperation.ts';
import { keyOfTicket } from '../../care/feedback.ts';
import { FailureNote } from '../FailureNote.tsx';
import { isolate } from '../formats.ts';
import { LongText } from '../LongText.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import { Sheet } from './Sheet.tsx';
import { useAct } from './useAct.ts';

interface Typed {
  [member: string]: string;
  ticket: string;
  note: string;
}

const longestNote = 1_000;

interface Props {
  isAtEnd?: boolean;
  /** The case is there now, or was already: the panel shows it. */
  onCase: (key: string) => void;
  onClose: () => void;
}

/** A case for what no rule caught: the ticket by number or link, looked up first, and a word for colleagues. */
export function NewCase({ isAtEnd, onCase, onClose }: Props) {
  const app = useApp();
  const { t } = app;
  const [draft, setDraft] = useDraft<Typed>('draft:new_case');
  const typed = draft ?? { ticket: '', note: '' };
  const [search, setSearch] = useState<TicketSearch | null>(null);
  const look = useAct();
  const make = useAct();
  const field = useRef<HTMLInputElement>(null);
  const operation = useRef(newOperation());

  const open = (key: string) => {
    setDraft(null);
    onCase(key);
  };
  const onLook = (event: FormEvent) => {
    event.preventDefault();
    void look.run(async () => {
      const result = await findTicket(app, typed.ticket);
      if (result.kind === 'known') return open(result.key);
      setSearch(result);
      if (result.kind !== 'found') field.current?.focus();
    }, '');
  };
  const onMake = (found: FoundTicket) => (event: FormEvent) => {
    event.preventDefault();
    void make.run(
      async () => {
        const written = await createCase(app, found, typed.note, operation.current);
        await written.listed;
      },
      t('create.done'),
      () => open(keyOfTicket(found.ticketId)),
    );
  };
  const again = () => {
    setSearch(null);
    requestAnimationFrame(() => field.current?.focus());
  };
  return (
    <Sheet title={t('create.title')} isAtEnd={isAtEnd} onClose={onClose}>
      {search?.kind === 'found' ? (
        <Stack as="form" onSubmit={onMake(search.found)} noValidate $gap={10}>
          <div>
            <strong dir="auto">
              {search.found.subject || t('triage.no_ticket', { id: search.found.ticketId })}
            </strong>
            <Quiet>
              {t('panel.customer', {
                name: isolate(search.found.customer || t('people.customer')),
                id: search.found.ticketId,
              })}
            </Quiet>
          </div>
          <LongText
            label={t('create.note')}
            hint={t('create.due')}
            longest={longestNote}
            value={typed.note}
            onType={(note) => setDraft({ ...typed, note })}
          />
          {make.failure && (
            <FailureNote kind={make.failure.kind} title={t('create.failed')} onRetry={make.retry} />
          )}
          <Line>
            <Button size="small" isPrimary type="submit" aria-disabled={make.isBusy}>
              {t('create.submit')}
            </Button>
            <Button size="small" isBasic onClick={again}>
              {t('create.other')}
            </Button>
          </Line>
        </Stack>
      ) : (
        <Stack as="form" onSubmit={onLook} noValidate $gap={10}>
          <Field>
            <Label>{t('create.ticket')}</Label>
            <Hint>{t('create.ticket_hint')}</Hint>
            <Input
              ref={field}
              isCompact
              inputMode="text"
              maxLength={2_000}
              value={typed.ticket}
              validation={search ? 'error' : undefined}
              onChange={(event) => {
                setSearch(null);
                setDraft({ ...typed, ticket: event.target.value });
              }}
            />
            {search && <Problem text={problemOf(search, t)} />}
          </Field>
          {look.failure && (
            <FailureNote kind={look.failure.kind} title={t('create.look_failed')} onRetry={look.retry} />
          )}
          <Line>
            <Button size="small" isPrimary type="submit" aria-disabled={look.isBusy}>
              {t('create.look')}
            </Button>
            <Button size="small" isBasic onClick={onClose}>
              {t('moves.cancel')}
            </Button>
          </Line>
        </Stack>
      )}
    </Sheet>
  );
}

function problemOf(search: TicketSearch, t: ReturnType<typeof useApp>['t']): string {
  switch (search.kind) {
    case 'missing':
      return t('create.missing', { id: search.ticketId });
    case 'unseen':
      return t('create.unseen', { id: search.ticketId });
    case 'foreign':
      return t('create.foreign', { host: search.host });
    default:
      return t('create.none');
  }
}
