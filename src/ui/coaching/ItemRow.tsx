import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import { isLate, type StoredItem } from '../../care/coaching/item.ts';
import { Folded } from '../Folded.tsx';
import { absolute, isolate } from '../formats.ts';
import { Line, Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Confirm } from '../views/Confirm.tsx';
import { ItemEdit } from './ItemEdit.tsx';
import { dayText } from './sheetText.ts';
import type { Items } from './useItems.ts';

const Row = styled.li`
  padding: 10px 0;
  border-top: 1px solid var(--fl-line);
  overflow-wrap: anywhere;
`;

const Text = styled.p<{ $isOver: boolean }>`
  && { white-space: pre-wrap; }
  color: ${({ $isOver }) => ($isOver ? 'var(--fl-quiet)' : 'inherit')};
`;

interface Props {
  item: StoredItem;
  agentId: string;
  use: Items;
  nameOf: (id: string) => string;
  today: string;
}

export function ItemRow({ item, agentId, use, nameOf, today }: Props) {
  const app = useApp();
  const { t, locale, user } = app;
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null);
  const end = () => setDoing(null);
  const { kind, text, dueOn, state, log } = item;
  const isAction = kind === 'action';
  const first = log[0];
  const button = (label: string, onClick: () => void) => (
    <Button size="small" isBasic aria-disabled={use.act.isBusy} onClick={onClick}>
      {label}
    </Button>
  );
  const isDue = isLate(item, today);
  return (
    <Row>
      <Text $isOver={isAction && state !== 'open'} dir="auto">
        {text}
      </Text>
      {isAction && (
        <Quiet style={isDue ? { color: 'var(--fl-danger)' } : undefined}>
          {t(`coaching.state_${state}`)}
          {dueOn && ` · ${t(isDue ? 'coaching.was_due' : 'coaching.due_on', { day: dayText(app, dueOn) })}`}
        </Quiet>
      )}
      <Folded
        line={t('coaching.by', {
          name: isolate(nameOf(first?.byId ?? '')),
          time: absolute(first?.at ?? 0, locale, user.timeZone),
        })}
      >
        {log.map(({ byId, at, act }) => (
          <Quiet as="li" key={`${at} ${act} ${byId}`}>
            {t(`coaching.act_${act}`, {
              name: isolate(nameOf(byId)),
              time: absolute(at, locale, user.timeZone),
            })}
          </Quiet>
        ))}
      </Folded>
      {doing === 'edit' && <ItemEdit item={item} agentId={agentId} use={use} onEnd={end} />}
      {doing === 'remove' && (
        <Confirm
          question={t('coaching.remove_question')}
          yes={t('coaching.remove')}
          isDanger
          isBusy={use.act.isBusy}
          onYes={() => void use.change(item, { state: 'removed' }, end)}
          onNo={end}
        />
      )}
      {doing === null && (
        <Line className="no-print" $gap={4} style={{ marginInlineStart: -12 }}>
          {isAction &&
            state === 'open' &&
            button(t('coaching.done'), () => void use.change(item, { state: 'done' }))}
          {isAction &&
            state === 'open' &&
            button(t('coaching.not_done'), () => void use.change(item, { state: 'not_done' }))}
          {isAction &&
            state !== 'open' &&
            button(t('coaching.reopen'), () => void use.change(item, { state: 'open' }))}
          {button(t('coaching.edit'), () => setDoing('edit'))}
          {button(t('coaching.remove'), () => setDoing('remove'))}
        </Line>
      )}
    </Row>
  );
}
