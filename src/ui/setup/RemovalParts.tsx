/** The ways to remove what was created, each asked for twice; data last, and only after a typed word. */
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { useRef, useState } from 'react';
import type { RemovalPart } from '../../actions/removeAll.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useOnOpen } from '../useOnOpen.ts';
import { Box, GroupName } from './layout.ts';
import { RemovalResult } from './RemovalResult.tsx';
import { useRemoval } from './useRemoval.ts';

/** What each press takes away; what stands on data goes before it. */
const ways = {
  rules: ['rules', 'views'],
  fields: ['ticket_fields'],
  data: ['rules', 'views', 'ticket_fields', 'data', 'setting'],
} as const satisfies Record<string, readonly RemovalPart[]>;
type Way = keyof typeof ways;

export function RemovalParts({ onRemoved }: { onRemoved: () => void }) {
  const { t } = useApp();
  const [asked, setAsked] = useState<Way | null>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const use = useRemoval(onRemoved);
  const onBack = () => {
    setAsked(null);
    buttons.current?.focus();
  };
  const onSure = (way: Way) => {
    onBack();
    use.remove(ways[way]);
  };
  return (
    <Stack $gap={12}>
      <Line ref={buttons} tabIndex={-1} role="group" aria-label={t('setup.removal.ways')}>
        {(Object.keys(ways) as Way[]).map((way) => (
          <Button
            key={way}
            size="small"
            isDanger={way === 'data'}
            aria-disabled={use.isBusy}
            onClick={() => !use.isBusy && setAsked(way)}
          >
            {t(`setup.removal.way.${way}`)}
          </Button>
        ))}
      </Line>
      {asked && <Sure key={asked} way={asked} onBack={onBack} onSure={() => onSure(asked)} />}
      {use.isBusy && (
        <Quiet role="status">
          {use.step
            ? t('setup.removal.step', { done: use.step.done, total: use.step.total })
            : t('setup.removal.running')}
        </Quiet>
      )}
      {use.failure && <FailureNote kind={use.failure.kind} title={t('setup.removal.failed')} type="error" />}
      {use.result && <RemovalResult removal={use.result} />}
    </Stack>
  );
}

interface SureProps {
  way: Way;
  onBack: () => void;
  onSure: () => void;
}

function Sure({ way, onBack, onSure }: SureProps) {
  const { t } = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  const [typed, setTyped] = useState('');
  useOnOpen(() => title.current?.focus());
  const word = t('setup.removal.word');
  const isReady = way !== 'data' || typed.trim().toLowerCase() === word.toLowerCase();
  return (
    <Box $gap={12} as="section" aria-label={t(`setup.removal.way.${way}`)}>
      <GroupName ref={title} tabIndex={-1}>
        {t(`setup.removal.way.${way}`)}
      </GroupName>
      <p>{t(`setup.removal.lost.${way}`)}</p>
      {way === 'data' && (
        <Field>
          <Label>{t('setup.removal.type', { word })}</Label>
          <Hint>{t('setup.removal.type_hint')}</Hint>
          <Input
            isCompact
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </Field>
      )}
      <Line>
        <Button isDanger isPrimary disabled={!isReady} onClick={onSure}>
          {t(`setup.removal.sure.${way}`)}
        </Button>
        <Button isBasic onClick={onBack}>
          {t('setup.removal.back')}
        </Button>
      </Line>
    </Box>
  );
}
