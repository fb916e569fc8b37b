/** How a case may end: the options, their order, and what each counts as. */
import { Button } from '@zendeskgarden/react-buttons';
import { useRef } from 'react';
import { newOperation } from '../../actions/newOperation.ts';
import type { Outcome } from '../../care/outcome.ts';
import {
  mostOutcomes,
  type OutcomeDraft,
  outcomeDraftOf,
  outcomePlace,
  restorableOutcomes,
} from '../../care/outcomeDraft.ts';
import { isolate } from '../formats.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { Group, GroupName } from './layout.ts';
import { OutcomeCard } from './OutcomeCard.tsx';
import { outcomeName } from './outcomeName.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import type { Settings } from './useSettings.ts';

export function Outcomes({ settings }: { settings: Settings }) {
  const { t } = useApp();
  const announce = useAnnounce();
  const addButton = useRef<HTMLButtonElement>(null);
  const keepFocus = useKeptFocus();
  const { basis, draft, change, openId, onOpen } = settings;
  const { outcomes } = draft;
  const named = (outcome: Outcome | OutcomeDraft) => isolate(outcomeName(t, outcome));

  const onAdd = () => {
    const id = newOperation();
    change({ outcomes: [...outcomes, { id, kind: 'recovered', label: '' }] });
    onOpen(outcomePlace(id));
  };
  const onMove = (index: number, by: 1 | -1) => {
    const [outcome, other] = [outcomes[index], outcomes[index + by]];
    if (!outcome || !other) return;
    const swapped = outcomes.map((one) => (one === outcome ? other : one === other ? outcome : one));
    change({ outcomes: swapped });
    keepFocus();
    announce(t('setup.moved', { name: named(outcome), place: index + by + 1 }));
  };
  const onRemove = (outcome: OutcomeDraft) => {
    change({ outcomes: outcomes.filter((one) => one !== outcome) });
    announce(t('setup.removed', { name: named(outcome) }));
    addButton.current?.focus();
  };
  const onRestore = (outcome: Outcome) => {
    change({ outcomes: [...outcomes, outcomeDraftOf(outcome)] });
    announce(t('setup.outcomes.restored', { name: named(outcome) }));
    addButton.current?.focus();
  };
  const isFull = outcomes.length >= mostOutcomes;
  return (
    <Group $gap={12} as="section" aria-label={t('setup.outcomes.title')}>
      <GroupName>{t('setup.outcomes.title')}</GroupName>
      <Quiet>{t('setup.outcomes.hint')}</Quiet>
      <Stack as="ol" $gap={8}>
        {outcomes.map((outcome, index) => (
          <OutcomeCard
            key={outcome.id}
            outcome={outcome}
            settings={settings}
            isOpen={openId === outcomePlace(outcome.id)}
            isFirst={index === 0}
            isLast={index === outcomes.length - 1}
            onChange={(part) =>
              change({ outcomes: outcomes.map((one) => (one === outcome ? { ...one, ...part } : one)) })
            }
            onOpen={(isOpen) => onOpen(isOpen ? outcomePlace(outcome.id) : null)}
            onMove={(by) => onMove(index, by)}
            onRemove={() => onRemove(outcome)}
          />
        ))}
      </Stack>
      {outcomes.length === 1 && <Quiet>{t('setup.outcomes.last')}</Quiet>}
      {!outcomes.some(({ kind }) => kind === 'recovered') && (
        <Quiet role="status">{t('setup.outcomes.no_recovered')}</Quiet>
      )}
      {isFull && <Quiet>{t('setup.outcomes.most', { count: mostOutcomes })}</Quiet>}
      <Line>
        <Button size="small" ref={addButton} aria-disabled={isFull} onClick={() => !isFull && onAdd()}>
          {t('setup.outcomes.add')}
        </Button>
        {!isFull &&
          restorableOutcomes(outcomes, basis).map((outcome) => (
            <Button key={outcome.id} size="small" isBasic onClick={() => onRestore(outcome)}>
              {t('setup.outcomes.restore', { name: named(outcome) })}
            </Button>
          ))}
      </Line>
    </Group>
  );
}
