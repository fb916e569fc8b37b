/** What the team set itself last, and what became of it. */
import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import type { HuddleView } from '../../actions/readHuddle.ts';
import { daysBetween } from '../../care/huddle/day.ts';
import { type Result, results } from '../../care/huddle/huddle.ts';
import { isolate } from '../formats.ts';
import { Line } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { dayName } from './huddleText.ts';

const Text = styled.p<{ $isShown: boolean }>`
  flex: 1 1 280px;
  font-size: ${({ $isShown }) => ($isShown ? 'clamp(20px, 2.2vw, 48px)' : '17px')};
  line-height: 1.35;
  overflow-wrap: anywhere;
`;

interface Props {
  view: HuddleView;
  isShown?: boolean;
  /** Without it there is nothing to press. */
  onResult?: (result: Result) => void;
}

export function Before({ view: { before, day }, isShown = false, onResult }: Props) {
  const { t, locale } = useApp();
  if (!before) return null;
  const said = { text: isolate(before.text), day: dayName(before.day, locale) };
  const isYesterday = daysBetween(before.day, day) === 1;
  return (
    <Line as="section" aria-label={t('huddle.before')} $gap={12}>
      <Text $isShown={isShown}>
        {isYesterday ? t('huddle.before_yesterday', said) : t('huddle.before_day', said)}
        {!onResult && before.result && <strong>{` ${t(`huddle.is_${before.result}`)}`}</strong>}
      </Text>
      {onResult && (
        <Line $gap={4}>
          {results.map((result) => (
            <Button
              key={result}
              size="small"
              isPrimary={before.result === result}
              aria-pressed={before.result === result}
              onClick={() => onResult(result)}
            >
              {t(`huddle.is_${result}`)}
            </Button>
          ))}
        </Line>
      )}
    </Line>
  );
}
