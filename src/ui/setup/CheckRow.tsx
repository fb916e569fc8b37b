/** One thing of the checklist that wants a word: what it is, why it is so, what can be done about it. */
import { Button } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import styled from 'styled-components';
import type { CheckItem, CheckState } from '../../care/setup/checklist.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { CheckName } from './CheckName.tsx';
import { checkName, checkReasons } from './checkText.ts';
import { Strong } from './layout.ts';

const Point = styled(Stack)`
  padding: 10px 0;
  & + & { border-top: 1px solid var(--fl-line); }
`;

const hues: Partial<Record<CheckState, string>> = { changed: 'yellow', open: 'blue' };

export interface CheckActs {
  isBusy: boolean;
  onRepair: (item: CheckItem) => void;
  onLeave: (item: CheckItem) => void;
}

export function CheckRow({ item, acts }: { item: CheckItem; acts: CheckActs }) {
  const { t } = useApp();
  const name = checkName(t, item);
  const { isBusy, onRepair, onLeave } = acts;
  return (
    <Point as="li" $gap={4}>
      <Line>
        <Strong>
          <CheckName item={item} />
        </Strong>
        <Tag hue={hues[item.state]}>
          <span>{t(`setup.check.state.${item.state}`)}</span>
        </Tag>
      </Line>
      {checkReasons(t, item).map((reason) => (
        <Quiet key={reason}>{reason}</Quiet>
      ))}
      {(item.state === 'changed' || item.state === 'left') && (
        <Line>
          <Button
            size="small"
            aria-disabled={isBusy}
            aria-label={t(`setup.check.repair_${item.state}_named`, { name })}
            onClick={() => onRepair(item)}
          >
            {t(`setup.check.repair_${item.state}`)}
          </Button>
          {item.state === 'changed' && (
            <Button
              size="small"
              isBasic
              aria-disabled={isBusy}
              aria-label={t('setup.check.leave_named', { name })}
              onClick={() => onLeave(item)}
            >
              {t('setup.check.leave')}
            </Button>
          )}
        </Line>
      )}
    </Point>
  );
}
