/** One way a case may end, with everything that can be done about it. */
import { Button } from '@zendeskgarden/react-buttons';
import { type OutcomeDraft, outcomePlace } from '../../care/outcomeDraft.ts';
import { isolate } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Actions, Box, Row, Strong } from './layout.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import { outcomeName } from './outcomeName.ts';
import type { Settings } from './useSettings.ts';

interface Props {
  outcome: OutcomeDraft;
  settings: Settings;
  isOpen: boolean;
  isFirst: boolean;
  isLast: boolean;
  onChange: (part: Partial<OutcomeDraft>) => void;
  onOpen: (isOpen: boolean) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

export function OutcomeCard({ outcome, settings, onChange, ...acts }: Props) {
  const { t } = useApp();
  const name = outcomeName(t, outcome);
  const isWrong = settings.problemAt(`${outcomePlace(outcome.id)}.label`) !== undefined;
  return (
    <Box as="li" $gap={12}>
      <Row>
        <div>
          <Strong dir="auto">{isolate(name)}</Strong>
          <Quiet>{t('setup.outcomes.kind_is', { kind: t(`outcome.${outcome.kind}`) })}</Quiet>
          {isWrong && !acts.isOpen && <Quiet>{t('setup.problem')}</Quiet>}
        </div>
        <Acts name={name} {...acts} />
      </Row>
      {acts.isOpen && <OutcomeForm outcome={outcome} settings={settings} onChange={onChange} />}
    </Box>
  );
}

type ActsProps = Omit<Props, 'outcome' | 'settings' | 'onChange'> & { name: string };

function Acts({ name, isOpen, isFirst, isLast, onOpen, onMove, onRemove }: ActsProps) {
  const { t } = useApp();
  const named = { name: isolate(name) };
  const isOnly = isFirst && isLast;
  const basic = { size: 'small', isBasic: true } as const;
  return (
    <Actions $gap={4}>
      {!isOnly && (
        <>
          <Button
            {...basic}
            aria-disabled={isFirst}
            aria-label={t('setup.up_named', named)}
            onClick={() => isFirst || onMove(-1)}
          >
            {t('setup.up')}
          </Button>
          <Button
            {...basic}
            aria-disabled={isLast}
            aria-label={t('setup.down_named', named)}
            onClick={() => isLast || onMove(1)}
          >
            {t('setup.down')}
          </Button>
        </>
      )}
      <Button
        {...basic}
        aria-expanded={isOpen}
        aria-label={isOpen ? undefined : t('setup.edit_named', named)}
        onClick={() => onOpen(!isOpen)}
      >
        {t(isOpen ? 'setup.done' : 'setup.edit')}
      </Button>
      <Button
        {...basic}
        aria-disabled={isOnly}
        aria-label={t('setup.remove_named', named)}
        onClick={() => isOnly || onRemove()}
      >
        {t('setup.remove')}
      </Button>
    </Actions>
  );
}
