import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Label } from '@zendeskgarden/react-forms';
import { useEffect, useId, useRef } from 'react';
import styled from 'styled-components';
import { Line, Stack, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Notice } from './layout.ts';

const Key = styled.kbd`
  display: inline-block;
  min-width: 28px;
  padding: 0 6px;
  border: 1px solid var(--fl-edge);
  border-radius: 4px;
  text-align: center;
  font: inherit;
  font-size: 12px;
`;

/** Key names as printed on the keyboard, by what they do. */
const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['↵', 'panel'],
  ['t', 'take'],
  ['c', 'contact'],
  ['r', 'reply'],
  ['e', 'close'],
  ['o', 'ticket'],
  ['x', 'tick'],
  ['1 2 3', 'bucket'],
  ['u', 'undo'],
  ['/', 'search'],
  ['?', 'list'],
] as const;

interface Props {
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
}

/** The keys there are, and the switch that turns them off. */
export function KeyList({ isOn, onSwitch, onClose }: Props) {
  const { t } = useApp();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <Notice as="section" aria-labelledby={titleId}>
      <Stack>
        <Title id={titleId} ref={title} tabIndex={-1}>
          {t('keys.title')}
        </Title>
        <Line as="ul" $gap={16}>
          {keys.map(([key, name]) => (
            <li key={key}>
              <Key>{key}</Key> {t(`keys.${name}`)}
            </li>
          ))}
        </Line>
        <Line $gap={16}>
          <Field>
            <Checkbox checked={isOn} onChange={(event) => onSwitch(event.target.checked)}>
              <Label isRegular>{t('keys.on')}</Label>
            </Checkbox>
          </Field>
          <Button size="small" onClick={onClose}>
            {t('keys.hide')}
          </Button>
        </Line>
      </Stack>
    </Notice>
  );
}
