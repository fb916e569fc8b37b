/** Hands a table to the person as a CSV file. Nothing leaves the browser but by their own hand. */
import { asFailure, Failure } from '../care/failure.ts';

export interface Table {
  fields: string[];
  data: string[][];
}

/** Spreadsheets take a file for UTF-8 by this mark alone. */
const mark = '\ufeff';

/** What a spreadsheet would take for a formula is marked as text. Throws `Failure`. */
export async function csvOf(table: Table): Promise<string> {
  const { default: papa } = await import('papaparse').catch((cause: unknown) => {
    throw new Failure('unavailable', { message: asFailure(cause).message });
  });
  return mark + papa.unparse(table, { escapeFormulae: formula });
}

/** What a spreadsheet would run. A negative number is none, and stays a number. */
const formula = /^(?!-\d+(?:\.\d+)?(?:e-?\d+)?$)[=+\-@\t\r]/;

/** `at` dates the file's name: epoch milliseconds. Throws `Failure`. */
export async function exportCases(table: Table, at: number): Promise<void> {
  const name = `cases-${new Date(at).toISOString().slice(0, 16).replace(/\D/g, '-')}.csv`;
  saveFile({ name, type: 'text/csv;charset=utf-8', text: await csvOf(table) });
}

/** Hands a file to the person. */
export function saveFile({ name, type, text }: { name: string; type: string; text: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
