/** The figures of a picture as a file: raw numbers and instants in ISO, under the table's own heads. */
import { csvOf, saveFile, type Table } from '../../actions/exportCases.ts';
import type { PictureTable } from './PictureTable.tsx';

/** Marks around text of others mean nothing in a file, and would hide a formula from whoever looks for one. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

export const fileTable = ({ head, rows }: PictureTable): Table => ({
  fields: head.map(plain),
  data: rows.map(({ cells }) => cells.map((cell) => plain(typeof cell === 'string' ? cell : cell.raw))),
});

/** Throws `Failure`. */
export async function saveCsv(name: string, table: PictureTable): Promise<void> {
  const text = await csvOf(fileTable(table));
  saveFile({ name: `${name}.csv`, type: 'text/csv;charset=utf-8', text });
}

/** `CSAT by month` → `csat-by-month`: letters and digits of any script. */
export function fileName(title: string): string {
  const name = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return [...name].slice(0, 60).join('') || 'picture';
}
