/** The pack as a table: one row a promise, an issue or a topic; rates as shares of 1 with what they rest on. */
import type { App } from '../app.ts';
import type { Pack, PackIssue, PackPromise } from '../care/issues/pack.ts';
import { mostVerbatims } from '../care/issues/verbatim.ts';
import type { Difference, Rate } from '../care/rate.ts';
import type { Table } from './exportCases.ts';
import type { PackWords } from './packText.ts';

type Row = { pack: PackIssue } | { promise: PackPromise };
type Words = Pick<App, 't'>;

/** What spreadsheets count on: not in anybody's locale. */
const share = (value: number | null) => (value === null ? '' : String(Number(value.toFixed(4))));
const ends = (rate: Pick<Rate, 'interval'> | Difference | null | undefined) =>
  (rate?.interval ?? [null, null]).map(share);

export function packTable({ t }: Words, pack: Pack, words: PackWords): Table {
  const columns = columnsOf(t, words);
  const rows: Row[] = [
    ...pack.promises.map((promise) => ({ promise })),
    ...[...pack.ranked, ...pack.few].map((one) => ({ pack: one })),
  ];
  return {
    fields: columns.map(([field]) => field),
    data: rows.map((row) => columns.map(([, value]) => value(row))),
  };
}

type Column = [field: string, value: (row: Row) => string];

function columnsOf(t: App['t'], words: PackWords): Column[] {
  const issueOf = (row: Row) => ('pack' in row ? row.pack.issue : row.promise.issue);
  const of = (value: (one: PackIssue) => string | number | null | undefined) => (row: Row) =>
    'pack' in row ? String(value(row.pack) ?? '') : '';
  const promised = (value: (one: PackPromise) => string | number) => (row: Row) =>
    'promise' in row ? String(value(row.promise)) : '';
  const partOf = (row: Row) => {
    if ('promise' in row) return t('pack.field.is_promise');
    return row.pack.issue ? t('pack.field.is_issue') : t('pack.field.is_topic');
  };
  return [
    [t('pack.field.part'), partOf],
    [t('pack.field.name'), (row) => ('pack' in row ? row.pack.name : row.promise.issue.name)],
    [t('pack.field.status'), (row) => t(`pack.status.${issueOf(row)?.status ?? 'none'}`)],
    [t('pack.field.owner'), (row) => plain(ownerOf(issueOf(row), words))],
    [t('pack.field.ask'), (row) => issueOf(row)?.ask ?? ''],
    [t('pack.field.due'), (row) => issueOf(row)?.dueOn ?? ''],
    [
      t('pack.field.promise'),
      promised(({ state, ageDays }) => t(`pack.promise.${state}`, { count: ageDays })),
    ],
    [t('pack.field.age'), promised(({ ageDays }) => ageDays)],
    [t('pack.field.handled'), of(({ figures }) => figures.handled)],
    [t('pack.field.rated'), of(({ figures }) => figures.own.n)],
    [t('pack.field.good'), of(({ figures }) => figures.own.k)],
    [t('pack.field.csat'), of(({ sentence }) => share(sentence.own.value))],
    [t('pack.field.csat_low'), of(({ sentence }) => ends(sentence.own)[0])],
    [t('pack.field.csat_high'), of(({ sentence }) => ends(sentence.own)[1])],
    [t('pack.field.rest_rated'), of(({ figures }) => figures.rest.n)],
    [t('pack.field.rest_good'), of(({ figures }) => figures.rest.k)],
    [t('pack.field.rest'), of(({ sentence }) => share(sentence.rest.value))],
    [t('pack.field.difference'), of(({ sentence }) => share(sentence.difference?.value ?? null))],
    [t('pack.field.difference_low'), of(({ sentence }) => ends(sentence.difference)[0])],
    [t('pack.field.difference_high'), of(({ sentence }) => ends(sentence.difference)[1])],
    [t('pack.field.pull'), of(({ pull }) => share(pull?.value ?? null))],
    [t('pack.field.weight'), of(({ weight }) => share(weight))],
    [t('pack.field.handled_before'), of(({ before }) => before.handled)],
    [t('pack.field.rated_before'), of(({ before }) => before.own.n)],
    [t('pack.field.csat_before'), of(({ csatBefore }) => share(csatBefore.value))],
    [t('pack.field.sentence'), of((one) => plain(words.sentence(one)))],
    ...Array.from({ length: mostVerbatims }, (_, index): Column => {
      const field = t('pack.field.verbatim', { number: index + 1 });
      return [field, of(({ verbatims }) => verbatims[index]?.text)];
    }),
  ];
}

const ownerOf = (issue: PackIssue['issue'], words: PackWords) => (issue ? (words.owner(issue) ?? '') : '');

/** Without the invisible marks that keep directions of scripts apart: no spreadsheet knows them. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/gu, '');
