/** Everything the app keeps in the account, as it stands there, for whoever owns it. */
import type { App } from '../app.ts';
import { sheetPlan } from '../care/coaching/sheetPlan.ts';
import { objectPlans } from '../care/setup/setup.ts';
import { readObjectKeys } from '../zendesk/customObjects.ts';
import { readRecords } from '../zendesk/everything.ts';
import { csvOf } from './exportCases.ts';

export const exportFormats = ['json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportProgress {
  objectKey: string;
  /** Records read so far, of all objects. */
  records: number;
}

export interface WholeExport {
  /** One file an object, and the settings. */
  files: { name: string; type: string; text: string }[];
  records: number;
}

/** 100 records a call, in the background; `signal` stops it. Throws `Failure`. */
export async function exportEverything(
  app: App,
  format: ExportFormat,
  onProgress: (progress: ExportProgress) => void,
  signal: AbortSignal,
): Promise<WholeExport | null> {
  const files: WholeExport['files'] = [settingsFile(app)];
  let records = 0;
  const hasSheets = (await readObjectKeys(app.zendesk.http)).includes(sheetPlan.key);
  for (const { key } of hasSheets ? [...objectPlans, sheetPlan] : objectPlans) {
    const rows: Record<string, unknown>[] = [];
    for await (const page of readRecords(app.zendesk.http, key)) {
      if (signal.aborted) return null;
      rows.push(...page);
      records += page.length;
      onProgress({ objectKey: key, records });
    }
    files.push(await fileOf(key, rows, format));
  }
  return { files, records };
}

const settingsFile = ({ configuration }: App) => ({
  name: 'settings.json',
  type: 'application/json',
  text: JSON.stringify(configuration, null, 2),
});

async function fileOf(key: string, rows: readonly Record<string, unknown>[], format: ExportFormat) {
  if (format === 'json')
    return { name: `${key}.json`, type: 'application/json', text: JSON.stringify(rows, null, 2) };
  return { name: `${key}.csv`, type: 'text/csv;charset=utf-8', text: await csvOf(tableOf(rows)) };
}

/** One column a member; those of the object's own fields by their keys. */
function tableOf(rows: readonly Record<string, unknown>[]) {
  const flat = rows.map(({ custom_object_fields: fields, ...rest }) => ({ ...rest, ...(fields as object) }));
  const fields = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  const data = flat.map((row) => fields.map((field) => textOf((row as Record<string, unknown>)[field])));
  return { fields, data };
}

const textOf = (value: unknown) =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
