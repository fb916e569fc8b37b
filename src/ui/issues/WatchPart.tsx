import type { App } from '../../app.ts';
import type { StoredIssue } from '../../care/issues/issue.ts';
import type { Watch } from '../../care/issues/watch.ts';
import { absolute } from '../formats.ts';
import { Quiet, Stack } from '../layout.ts';
import { Compare } from '../pictures/Compare.tsx';
import { useApp } from '../useApp.ts';
import { numberText, percentText, pointsText } from './issueText.ts';
import { Heading, Section } from './layout.ts';
import { NumberLink } from './NumberLink.tsx';
import { hole, Rich } from './Rich.tsx';
import { useSideKeys } from './useSideKeys.ts';

interface Props {
  issue: StoredIssue;
  watch: Watch | null;
  onBehind: (title: string, keys: Promise<string[]>) => void;
}

/** Did the fix hold: contacts and CSAT before and after it. Nothing while it was never fixed. */
export function WatchPart({ issue, watch, onBehind }: Props) {
  const app = useApp();
  const { t, locale, user } = app;
  const keysOf = useSideKeys(issue);
  if (issue.fixedAt === null || !watch) return null;
  const { state, before, after, csatChange, saysFrom } = watch;
  const hasRates = before.csat.value !== null && after.csat.value !== null;
  const contacts = (side: Watch['before'], count: string) => {
    const text = t('issues.per_week', {
      rate: numberText(app, side.perWeek, 1),
      count: side.contacts,
      number: hole('number'),
    });
    const what = t('issues.behind_contacts', { name: issue.name });
    const link = (
      <NumberLink text={count} what={what} onOpen={() => onBehind(what, keysOf(side.period, 'handled'))} />
    );
    return <Rich text={text} parts={{ number: link }} />;
  };
  const parts = {
    before: contacts(before, String(before.contacts)),
    after: contacts(after, String(after.contacts)),
  };
  const holes = { before: hole('before'), after: hole('after') };
  return (
    <Section $gap={10}>
      <Heading>{t('issues.watch')}</Heading>
      <p>
        {t(`issues.watch_state.${state}`)}
        {saysFrom !== null &&
          ` ${t('issues.watch_from', { time: absolute(saysFrom, locale, user.timeZone) })}`}
      </p>
      <Stack as="ul" $gap={4}>
        <li>
          <Rich text={t('issues.watch_contacts', holes)} parts={parts} /> {ratioText(app, watch)}
        </li>
        {csatChange ? (
          <li>
            {t(csatChange.isDistinct ? 'issues.watch_csat' : 'issues.watch_csat_unclear', {
              points: pointsText(app, csatChange.value),
              low: pointsText(app, csatChange.interval[0]),
              high: pointsText(app, csatChange.interval[1]),
            })}
          </li>
        ) : (
          <Quiet as="li">{t('issues.watch_csat_scarce')}</Quiet>
        )}
      </Stack>
      {hasRates && (
        <Compare
          title={t('issues.watch_title')}
          sentence={t('issues.watch_sentence', {
            before: percentText(app, (before.csat.value ?? 0) * 100),
            before_rated: before.csat.n,
            after: percentText(app, (after.csat.value ?? 0) * 100),
            after_rated: after.csat.n,
          })}
          unit="share"
          rows={[
            { ...before.csat, label: t('issues.before_fix') },
            { ...after.csat, label: t('issues.after_fix') },
          ]}
          onOpen={(index) => {
            const side = index === 0 ? before : after;
            onBehind(
              t('issues.behind_part', { what: t('issues.part.rated'), name: issue.name }),
              keysOf(side.period, 'rated'),
            );
          }}
        />
      )}
    </Section>
  );
}

/** An end nobody can tell is left out with the rest. */
function ratioText(app: App, { ratio }: Watch): string {
  if (!ratio || ratio.value === null || !Number.isFinite(ratio.interval[1])) return '';
  return app.t('issues.watch_ratio', {
    ratio: numberText(app, ratio.value, 1),
    low: numberText(app, ratio.interval[0], 1),
    high: numberText(app, ratio.interval[1], 1),
  });
}
