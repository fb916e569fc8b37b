/** Topics nobody has made an issue of yet, and what has no topic at all. */
import { Button } from '@zendeskgarden/react-buttons';
import type { Impact, TopicImpact } from '../../care/issues/impact.ts';
import type { StoredIssue } from '../../care/issues/issue.ts';
import { leastRated } from '../../care/issues/neededRatings.ts';
import { Line, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Count } from './Count.tsx';
import { percentText, pointsText, whole } from './issueText.ts';
import { Heading, Rows, Section, Small, Strong, Wide } from './layout.ts';
import { NumberLink } from './NumberLink.tsx';
import { hole, Rich } from './Rich.tsx';
import type { Making } from './useMaking.ts';
import type { MonthData } from './useMonthData.ts';

interface Props {
  impact: Impact;
  issues: readonly StoredIssue[];
  data: MonthData;
  making: Making;
  onBehind: (title: string, keys: Promise<string[]>) => void;
  onQueue: () => void;
}

export function Unclaimed({ impact, issues, data, making, onBehind, onQueue }: Props) {
  const app = useApp();
  const { t } = app;
  const claimed = new Set(issues.flatMap(({ topics }) => topics));
  const topics = [...impact.ranked, ...impact.few].filter(
    ({ topic, volume }) => volume > 0 && !claimed.has(topic),
  );
  const untopiced = t('issues.behind_untopiced');
  return (
    <>
      {topics.length > 0 && (
        <Section $gap={6}>
          <Heading>{t('issues.unclaimed')}</Heading>
          <Rows>
            {topics.map((topic) => (
              <li key={topic.topic}>
                <TopicRow {...{ topic, data, making, onBehind }} />
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {impact.untopiced > 0 && (
        <Section $gap={6}>
          <Heading>{t('issues.untopiced')}</Heading>
          <p>
            <Rich
              text={t('issues.untopiced_count', { count: impact.untopiced, number: hole('number') })}
              parts={{
                number: (
                  <NumberLink
                    text={whole(app, impact.untopiced)}
                    what={untopiced}
                    onOpen={() => onBehind(untopiced, data.untopicedKeys())}
                  />
                ),
              }}
            />
          </p>
          <Line className="no-print">
            <Button size="small" onClick={onQueue}>
              {t('issues.to_queue')}
            </Button>
          </Line>
        </Section>
      )}
    </>
  );
}

function TopicRow({
  topic: { topic, volume, csat, pull },
  data,
  making,
  onBehind,
}: Pick<Props, 'data' | 'making' | 'onBehind'> & { topic: TopicImpact }) {
  const app = useApp();
  const { t } = app;
  const row = { issue: null, name: topic };
  const rated =
    csat.value === null
      ? t('issues.unrated')
      : t('issues.csat_of', {
          rate: percentText(app, csat.value * 100),
          good: whole(app, csat.k),
          rated: whole(app, csat.n),
        });
  const isRanked = pull !== null && csat.n >= leastRated;
  return (
    <Wide>
      <Stack $gap={2}>
        <Strong dir="auto">{topic}</Strong>
        <Small>
          <Rich
            text={t('issues.tickets', { count: volume, number: hole('number') })}
            parts={{ number: <Count {...{ row, data, onBehind }} part="handled" value={volume} /> }}
          />
          {' · '}
          {rated}
          {' · '}
          {isRanked ? t('issues.pulls', { points: pointsText(app, pull.value) }) : t('issues.scarce')}
        </Small>
      </Stack>
      <Button
        size="small"
        className="no-print"
        style={{ flex: 'none' }}
        aria-label={t('issues.make_of', { topic })}
        aria-disabled={making.making !== null}
        onClick={() => making.make(topic, [topic])}
      >
        {t('issues.make')}
      </Button>
    </Wide>
  );
}
