import type { App } from '../../app.ts';
import type { CoverageFigures } from '../../care/coverage.ts';
import type { Mean, Rate } from '../../care/rate.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import type { FigureId } from './figureIds.ts';
import { intervalText, meanIntervalText, meanText, rateText, responseText } from './figures.ts';
import { Interval } from './Interval.tsx';

/** One figure, never without its n. */
export function FigureCell({ id, figures }: { id: FigureId; figures: CoverageFigures }) {
  const app = useApp();
  const { t } = app;
  if (id === 'good') return <Share rate={figures.satisfied} app={app} />;
  if (id === 'csat')
    return (
      <>
        <Share rate={figures.satisfied} app={app} />
        <Quiet>
          {t('coverage.below', {
            threshold: app.configuration.csatThreshold,
            rate: rateText(app, figures.below),
          })}
        </Quiet>
      </>
    );
  if (id === 'ces')
    return (
      <>
        <Average mean={figures.effort} app={app} />
        <Quiet>{t('coverage.easy', { rate: rateText(app, figures.easy) })}</Quiet>
      </>
    );
  if (id === 'response') return <p>{responseText(app, figures)}</p>;
  const isCredit = id === 'credit';
  const [first, second] = isCredit
    ? [
        t('coverage.nobody', { count: figures.nobody }),
        t('coverage.not_proved', { count: figures.notProved }),
      ]
    : [
        t('coverage.set_aside', { count: figures.setAside }),
        t('coverage.suspected', { count: figures.suspected }),
      ];
  return (
    <>
      <p>{first}</p>
      <Quiet>{second}</Quiet>
    </>
  );
}

function Share({ rate, app }: { rate: Rate; app: App }) {
  const interval = intervalText(app, rate);
  return (
    <>
      <p>{rateText(app, rate)}</p>
      {interval && <Quiet>{interval}</Quiet>}
      {rate.value !== null && rate.interval && <Interval value={rate.value} interval={rate.interval} />}
    </>
  );
}

/** On 1-5, drawn from end to end of the scale. */
function Average({ mean, app }: { mean: Mean; app: App }) {
  const interval = meanIntervalText(app, mean);
  const place = (value: number) => (value - 1) / 4;
  return (
    <>
      <p>{meanText(app, mean)}</p>
      {interval && <Quiet>{interval}</Quiet>}
      {mean.value !== null && mean.interval && (
        <Interval value={place(mean.value)} interval={[place(mean.interval[0]), place(mean.interval[1])]} />
      )}
    </>
  );
}
