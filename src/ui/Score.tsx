import styled from 'styled-components';
import { effortOf, type Rating } from '../care/rating.ts';
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

/** One rating, the number first; good or bad where that is all that is known, and never a number made from it. */
export function Score({ rating }: { rating: Rating }) {
  const { t } = useApp();
  const { value, scale, metric } = rating;
  const isMain = metric === 'csat';
  const isNumber = value !== null && scale !== null;
  return (
    <Stack $gap={2}>
      <Name>{t(isMain ? 'score.csat' : 'score.ces')}</Name>
      <Line $gap={8}>
        <Big $isMain={isMain}>
          {isNumber ? t('score.of', { value, scale }) : t(`score.${rating.verdict ?? 'unknown'}`)}
        </Big>
        {isNumber && <Dots value={value} scale={scale} />}
      </Line>
      {!isMain && isNumber && <Quiet>{t(`effort.${effortOf(value, scale)}`)}</Quiet>}
    </Stack>
  );
}
