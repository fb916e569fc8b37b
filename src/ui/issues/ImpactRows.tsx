import styled from 'styled-components';
import type { PackIssue } from '../../care/issues/pack.ts';
import { Quiet, Stack, Underlined } from '../layout.ts';
import { useIsNarrow } from '../triage/useIsNarrow.ts';
import { useApp } from '../useApp.ts';
import { type CellName, cellNames, ImpactCell } from './ImpactCell.tsx';
import { IssueLine } from './IssueLine.tsx';
import { monthText } from './issueText.ts';
import type { RankedProps } from './Ranked.tsx';

const Table = styled.table<{ $isFew: boolean }>`
  width: 100%;
  border-collapse: collapse;
  table-layout: fixed;
  ${({ $isFew }) => $isFew && 'color: var(--fl-quiet);'}
  th, td { padding: 10px 14px 10px 0; border-bottom: 1px solid var(--fl-line); text-align: start; vertical-align: top; }
  thead th { padding-block: 6px; color: var(--fl-quiet); font-size: 12px; line-height: 16px; font-weight: 600; }
  tbody th { font-weight: 400; }
  col:first-child { width: 34%; }
`;

const Card = styled.li<{ $isFew: boolean }>`
  padding: 12px 0;
  border-bottom: 1px solid var(--fl-line);
  ${({ $isFew }) => $isFew && 'color: var(--fl-quiet);'}
  dl { display: grid; grid-template-columns: 116px minmax(0, 1fr); gap: 8px 10px; margin-top: 8px; }
  dt { color: var(--fl-quiet); font-size: 12px; line-height: 20px; }
`;

const Name = styled(Underlined)`
  font-weight: 600;
  overflow-wrap: anywhere;
`;

interface Props extends RankedProps {
  rows: readonly PackIssue[];
  label: string;
  isFew?: boolean;
}

/** A table where there is room, a card each where there is not. */
export function ImpactRows(props: Props) {
  const { rows, label, isFew = false, month } = props;
  const app = useApp();
  const { t } = app;
  const isNarrow = useIsNarrow();
  const heads: Record<CellName, string> = {
    pull: t('issues.head_pull'),
    volume: t('issues.head_volume'),
    csat: t('issues.head_csat'),
    since: t('issues.head_since', { month: monthText(app, month.before, month.zone) }),
  };
  const keyOf = ({ issue, name }: PackIssue) => issue?.id ?? name;
  if (isNarrow)
    return (
      <ul aria-label={label}>
        {rows.map((row) => (
          <Card key={keyOf(row)} $isFew={isFew}>
            <Named row={row} use={props} />
            <dl>
              {cellNames.map((name) => (
                <Pair key={name} name={heads[name]}>
                  <ImpactCell {...{ name, row, isFew }} data={props.data} onBehind={props.onBehind} />
                </Pair>
              ))}
            </dl>
          </Card>
        ))}
      </ul>
    );
  return (
    <Table aria-label={label} $isFew={isFew}>
      <colgroup>
        <col />
        {cellNames.map((name) => (
          <col key={name} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('issues.head_issue')}</th>
          {cellNames.map((name) => (
            <th key={name} scope="col">
              {heads[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row">
              <Named row={row} use={props} />
            </th>
            {cellNames.map((name) => (
              <td key={name}>
                <ImpactCell {...{ name, row, isFew }} data={props.data} onBehind={props.onBehind} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Named({ row: { issue, name }, use: { onOpen, names } }: { row: PackIssue; use: Props }) {
  const { t, locale } = useApp();
  const others = issue?.topics.filter((topic) => topic !== name) ?? [];
  return (
    <Stack $gap={3}>
      {issue && onOpen ? (
        <div>
          <Name type="button" dir="auto" data-issue={issue.id} onClick={() => onOpen(issue.id)}>
            {name}
          </Name>
        </div>
      ) : (
        <strong dir="auto">{name}</strong>
      )}
      {others.length > 0 && (
        <Quiet dir="auto">
          {t('issues.topics_named', { topics: new Intl.ListFormat(locale).format(others) })}
        </Quiet>
      )}
      {issue && <IssueLine issue={issue} names={names} />}
    </Stack>
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
