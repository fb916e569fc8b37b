/** Hands the pack to the person as a file. */
import type { App } from '../app.ts';
import type { Pack } from '../care/issues/pack.ts';
import { csvOf, saveFile } from './exportCases.ts';
import { packTable } from './packTable.ts';
import { type PackWords, packMarkdown } from './packText.ts';

/** Throws `Failure`. */
export async function exportPack(app: App, pack: Pack, as: 'csv' | 'md', words: PackWords): Promise<void> {
  const isTable = as === 'csv';
  const text = isTable ? await csvOf(packTable(app, pack, words)) : packMarkdown(app, pack, words);
  const type = isTable ? 'text/csv;charset=utf-8' : 'text/markdown;charset=utf-8';
  saveFile({ name: `issues-${pack.month}.${as}`, type, text });
}
