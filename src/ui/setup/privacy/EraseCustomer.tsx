import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { FailureNote } from '../../FailureNote.tsx';
import { Line, Quiet, Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { Group, GroupName } from '../layout.ts';
import { useErasure } from './useErasure.ts';

/** One customer's data, on request: found by name or address, counted, erased after an explicit press. */
export function EraseCustomer() {
  const { t } = useApp();
  const use = useErasure();
  return (
    <Group $gap={12}>
      <GroupName>{t('privacy.erase')}</GroupName>
      <p>{t('privacy.erase_what')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void use.find();
        }}
      >
        <Stack $gap={8}>
          <Field>
            <Label>{t('privacy.customer')}</Label>
            <Hint>{t('privacy.customer_hint')}</Hint>
            <Input
              isCompact
              autoComplete="off"
              dir="auto"
              value={use.words}
              onChange={({ target }) => use.setWords(target.value)}
            />
          </Field>
          <div>
            <Button size="small" type="submit" aria-disabled={use.isBusy || use.words.trim().length < 2}>
              {t('privacy.find')}
            </Button>
          </div>
        </Stack>
      </form>
      {use.failure && (
        <FailureNote kind={use.failure.kind} title={t('privacy.erase_failed')} onRetry={use.retry} />
      )}
      {use.found && !use.chosen && <Found use={use} />}
      {use.chosen && <Chosen use={use} />}
      {use.said && <Quiet>{use.said}</Quiet>}
    </Group>
  );
}

type Use = ReturnType<typeof useErasure>;

function Found({ use }: { use: Use }) {
  const { t } = useApp();
  const found = use.found ?? [];
  if (found.length === 0) return <Quiet role="status">{t('privacy.none_found')}</Quiet>;
  return (
    <Stack $gap={6}>
      {found.slice(0, 8).map((customer) => (
        <div key={customer.id}>
          <Button size="small" onClick={() => void use.choose(customer)}>
            <span dir="auto">
              {customer.name} {customer.email && `· ${customer.email}`}
            </span>
          </Button>
        </div>
      ))}
      {found.length > 8 && <Quiet>{t('privacy.more_found', { count: found.length - 8 })}</Quiet>}
    </Stack>
  );
}

function Chosen({ use }: { use: Use }) {
  const { t } = useApp();
  const name = use.chosen?.name ?? '';
  return (
    <Stack $gap={8}>
      <p dir="auto">{t('privacy.chosen', { name, count: use.count ?? 0 })}</p>
      {use.progress && <Quiet role="status">{t('privacy.erasing', use.progress)}</Quiet>}
      <Line>
        {(use.count ?? 0) > 0 && (
          <Button size="small" isDanger aria-disabled={use.isBusy} onClick={() => void use.erase()}>
            {t('privacy.erase_now', { count: use.count ?? 0 })}
          </Button>
        )}
        <Button size="small" isBasic aria-disabled={use.isBusy} onClick={use.leave}>
          {t('privacy.leave')}
        </Button>
      </Line>
    </Stack>
  );
}
