import styled from 'styled-components';
import { isolate } from '../formats.ts';
import { Underlined } from '../layout.ts';
import { useApp } from '../useApp.ts';

/** `raw` is what a file has in place of what a person reads. */
export type Cell = string | { text: string; raw: string };

export interface PictureRow {
  key: string;
  cells: readonly Cell[];
  /** Opens its tickets. */
  onOpen?: () => void;
}

export interface PictureTable {
  head: readonly string[];
  rows: readonly PictureRow[];
  /** How many cells name a row: one, where nothing is said. The one after them opens its tickets. */
  named?: number;
}

const Scroll = styled.div`
  position: relative;
  max-height: 420px;
  overflow: auto;
  @media print { max-height: none; overflow: visible; }
`;

const Grid = styled.table`
  border-collapse: collapse;
  font-size: 13px;
  line-height: 18px;
  font-variant-numeric: tabular-nums;
  th, td { padding: 5px 16px 5px 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--fl-line); }
  thead th { position: sticky; top: 0; background: var(--fl-bg); color: var(--fl-quiet); font-size: 12px; }
  th { font-weight: 600; }
  tbody th { min-width: 96px; max-width: 420px; font-weight: 400; overflow-wrap: anywhere; }
`;

const textOf = (cell: Cell | undefined) => (typeof cell === 'string' ? cell : (cell?.text ?? ''));

/** The same as the picture in words and numbers; the first value of a row opens its tickets. */
export function PictureTable({
  title,
  table: { head, rows, named = 1 },
}: {
  title: string;
  table: PictureTable;
}) {
  const { t } = useApp();
  return (
    <Scroll role="region" aria-label={t('picture.table_of', { title: isolate(title) })} tabIndex={0}>
      <Grid>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name} dir="auto">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} head={head} named={named} />
          ))}
        </tbody>
      </Grid>
    </Scroll>
  );
}

function Row(props: { row: PictureRow; head: readonly string[]; named: number }) {
  const { row, head, named } = props;
  const { t } = useApp();
  const texts = row.cells.map(textOf);
  const name = texts.slice(0, named).map(isolate).join(' · ');
  return (
    <tr>
      {texts.map((text, index) =>
        index < named ? (
          <th scope="row" dir="auto" key={head[index]}>
            {text}
          </th>
        ) : (
          <td key={head[index]}>
            {index === named && row.onOpen ? (
              <Underlined
                type="button"
                aria-label={t('picture.open_of', { value: text, name })}
                onClick={row.onOpen}
              >
                {text}
              </Underlined>
            ) : (
              text
            )}
          </td>
        ),
      )}
    </tr>
  );
}
