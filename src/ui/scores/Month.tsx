import { useId } from 'react';
import styled from 'styled-components';
import type { MonthCoverage } from '../../actions/readCoverage.ts';
import type { Scores } from '../../actions/readScores.ts';
import { type CoverageFigures, figuresOf, type Tally } from '../../care/coverage.ts';
import { clockTime, isolate } from '../formats.ts';
import { Quiet, Stack, Title } from '../layout.ts';
import { useIsNarrow } from '../triage/useIsNarrow.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { FigureCell } from './FigureCell.tsx';
import { type FigureId, figureIds } from './figureIds.ts';
import { monthText, rateText } from './figures.ts';

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  table-layout: fixed;
  th { padding: 6px 12px 6px 0; color: var(--fl-quiet); font-size: 12px; font-weight: 600; text-align: start; }
  tbody th { padding-block: 8px; color: inherit; font-size: inherit; overflow-wrap: anywhere; }
  th:first-child { width: 14%; }
  th[data-column='response'] { width: 22%; }
  td { padding: 8px 12px 8px 0; }
  th, td { vertical-align: top; border-bottom: 1px solid var(--fl-line); }
  tbody tr:not(:first-child) th { font-weight: 400; }
`;

const Card = styled(Stack)`
  padding: 10px 0;
  border-bottom: 1px solid var(--fl-line);
  dl { display: grid; grid-template-columns: 112px minmax(0, 1fr); gap: 6px 10px; }
  dt { color: var(--fl-quiet); font-size: 12px; line-height: 20px; }
  h3 { font-weight: 600; overflow-wrap: anywhere; }
`;

interface Row {
  key: string;
  name: string;
  figures: CoverageFigures;
}

interface Props {
  month: MonthCoverage;
  scores: Scores;
  hasSuspected: boolean;
}

/** A month of sending: its figures in a sentence, then all of them for every group. */
export function Month({ month, scores, hasSuspected }: Props) {
  const app = useApp();
  const { t, configuration, locale, user } = app;
  const titleId = useId();
  const isNarrow = useIsNarrow();
  const now = useNow();
  const rows = rowsOf(month, (tally) => figuresOf(tally, configuration, hasSuspected), scores, t);
  const [all] = rows;
  if (!all) return null;
  const isGoodBad = configuration.survey === 'legacy' || (all.figures.steps === null && !hasNumbers(month));
  const hasEffort = rows.some(({ figures }) => figures.effort.n > 0);
  const ids = figureIds(isGoodBad, hasEffort);
  const title = monthText(app, month.month);
  const time = clockTime(month.asOf, now, locale, user.timeZone);
  const name = scores.people[month.byId] ?? t('people.someone');
  return (
    <Stack as="section" $gap={6} aria-labelledby={titleId}>
      <Title id={titleId}>{title}</Title>
      <p>
        {t(isGoodBad ? 'coverage.sentence_good' : 'coverage.sentence', {
          share: rateText(app, all.figures.satisfied),
          response: rateText(app, all.figures.responseRate),
        })}
      </p>
      <Quiet>
        {t('coverage.as_of', { time, name: month.byId === user.id ? t('people.you') : isolate(name) })}
        {month.isPartial && <> · {t('coverage.partial')}</>}
      </Quiet>
      {isNarrow ? <Cards rows={rows} ids={ids} /> : <Wide rows={rows} ids={ids} title={title} />}
    </Stack>
  );
}

const hasNumbers = ({ total }: MonthCoverage) =>
  total.scores.some(({ metric, value }) => metric === 'csat' && value !== null);

function rowsOf(
  month: MonthCoverage,
  read: (tally: Tally) => CoverageFigures,
  { groupNames }: Scores,
  t: ReturnType<typeof useApp>['t'],
): Row[] {
  const nameOf = (id: string | null) => {
    if (id === null) return t('coverage.no_group');
    if (id === 'others') return t('coverage.others');
    return groupNames[id] ?? t('coverage.unnamed_group', { id });
  };
  return [
    { key: 'all', name: t('coverage.all'), figures: read(month.total) },
    ...month.groups.map(({ groupId, tally }) => ({
      key: String(groupId),
      name: nameOf(groupId),
      figures: read(tally),
    })),
  ];
}

function Wide({ rows, ids, title }: { rows: Row[]; ids: FigureId[]; title: string }) {
  const app = useApp();
  return (
    <Table aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{app.t('coverage.group')}</th>
          {ids.map((id) => (
            <th scope="col" key={id} data-column={id}>
              {app.t(`coverage.head_${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, figures }) => (
          <tr key={key}>
            <th scope="row" dir="auto">
              {name}
            </th>
            {ids.map((id) => (
              <td key={id}>
                <FigureCell id={id} figures={figures} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Cards({ rows, ids }: { rows: Row[]; ids: FigureId[] }) {
  const app = useApp();
  return (
    <div>
      {rows.map(({ key, name, figures }) => (
        <Card as="article" key={key} $gap={6}>
          <h3 dir="auto">{name}</h3>
          <dl>
            {ids.map((id) => (
              <Pair key={id} name={app.t(`coverage.head_${id}`)}>
                <FigureCell id={id} figures={figures} />
              </Pair>
            ))}
          </dl>
        </Card>
      ))}
    </div>
  );
}

function Pair({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
