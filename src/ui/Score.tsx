import styled from 'styled-components';
import { isReversed, oriented } from '../care/orientation.ts';
import { effortOf, type Rating, verdictOf } from '../care/rating.ts';
import { Dots } from './Dots.tsx';
import { Line, Quiet, Stack } from './layout.ts';
import { useApp } from './useApp.ts';

const Big = styled.span<{ $isMain: boolean }>`
  font-size: ${({ $isMain }) => ($isMain ? 30 : 20)}px;
  line-height: 34px;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
  letter-spacing: -0.01em;
`;

const Name = styled.span`
  font-size: 12px;
  line-height: 16px;
  font-weight: 600;
  color: var(--fl-quiet);
`;

/**
 * One rating, as the ledger keeps it, shown with higher = better; the number first, good or bad where that is all
 * that is known, and never a number made from it.
 */
export function Score({ rating: given }: { rating: Rating }) {
  const { t, configuration } = useApp();
  const rating = oriented(given, configuration);
  const { value, scale, lowest, metric } = rating;
  const isMain = metric === 'csat';
  const isNumber = value !== null && scale !== null;
  return (
    <Stack $gap={2}>
      <Name>{t(isMain ? 'score.csat' : 'score.ces')}</Name>
      <Line $gap={8}>
        <Big $isMain={isMain}>
          {isNumber ? t('score.of', { value, scale }) : t(`score.${verdictOf(rating) ?? 'unknown'}`)}
        </Big>
        {isNumber && <Dots value={value} scale={scale} lowest={lowest} />}
      </Line>
      {isNumber && lowest !== 1 && <Quiet>{t('score.range', { lowest, scale })}</Quiet>}
      {!isMain && isNumber && <Quiet>{t(`effort.${effortOf(value, scale, lowest)}`)}</Quiet>}
      {isNumber && isReversed(given, configuration) && (
        <Quiet>{t(`score.chose_${metric}`, { value: given.value ?? value, scale })}</Quiet>
      )}
    </Stack>
  );
}
