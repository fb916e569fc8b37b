/** Coverage as it is kept: a record of the account holds 32 KB, and a month may have a hundred groups. */
import * as v from 'valibot';
import { attributionRules } from './attribution.ts';
import { emptyTally, type ScoreCount, sumOf, type Tally } from './coverage.ts';
import { keyOfTicket, ticketOfKey } from './feedback.ts';
import { metrics, verdicts } from './rating.ts';

/** A group's surveys; `null` for tickets of no group. */
export interface GroupTally {
  groupId: string | null;
  tally: Tally;
}

const number = v.number();
const packed = v.object({
  /** Questions and score sources, by their place in this list. */
  definitions: v.array(v.string()),
  groups: v.array(
    v.object({
      id: v.nullable(v.string()),
      /** Sent, answered, open, set aside. */
      sent: v.tuple([number, number, number, number]),
      /** By rule: credited to nobody, not proved. */
      credit: v.array(v.tuple([number, number])),
      /** Metric, place of the definition or -1, value or verdict, lowest, scale, count, suspected. */
      scores: v.array(
        v.tuple([
          v.picklist(metrics),
          number,
          v.union([number, v.picklist(verdicts)]),
          number,
          number,
          number,
          number,
        ]),
      ),
      /** Ids of tickets, and keys of what is none, in one text. */
      late: v.optional(v.string(), ''),
    }),
  ),
});
export type PackedGroups = v.InferOutput<typeof packed>;
type PackedScore = PackedGroups['groups'][number]['scores'][number];

/** Groups kept apart; the smallest of more are kept together under `others`. */
const mostGroups = 40;
/** Answers from another month kept by name, at most: hundreds more would outgrow the record. */
const mostLate = 400;
/** Id of the groups too small to be kept apart. */
export const others = 'others';

export function packGroups(groups: readonly GroupTally[]): PackedGroups {
  const definitions: string[] = [];
  const placeOf = (definition: string | null) => {
    if (definition === null) return -1;
    if (!definitions.includes(definition)) definitions.push(definition);
    return definitions.indexOf(definition);
  };
  let room = mostLate;
  const lateIn = ({ late }: Tally) => {
    const kept = late.slice(0, room);
    room -= kept.length;
    return kept.map((key) => ticketOfKey(key) ?? key).join(',');
  };
  const rows = fewGroups(groups).map(({ groupId, tally }) => ({
    id: groupId,
    sent: [tally.offered, tally.answered, tally.open, tally.setAside] as [number, number, number, number],
    credit: attributionRules.map((rule): [number, number] => [
      tally.uncredited[rule].nobody,
      tally.uncredited[rule].notProved,
    ]),
    scores: tally.scores.map((one) => packScore(one, placeOf(one.definition))),
    late: lateIn(tally),
  }));
  return { definitions, groups: rows };
}

/** Most surveys first. */
function fewGroups(groups: readonly GroupTally[]): GroupTally[] {
  // What was put together before, and read back since, stays together.
  const isKept = ({ groupId }: GroupTally) => groupId !== others;
  const sorted = groups.filter(isKept).sort((a, b) => b.tally.offered - a.tally.offered);
  const before = groups.filter((group) => !isKept(group));
  if (sorted.length + before.length <= mostGroups) return [...sorted, ...before];
  const small = [...sorted.slice(mostGroups - 1), ...before];
  return [
    ...sorted.slice(0, mostGroups - 1),
    { groupId: others, tally: sumOf(small.map((one) => one.tally)) },
  ];
}

const packScore = (one: ScoreCount, place: number): PackedScore => [
  one.metric,
  place,
  one.value ?? one.verdict ?? 'bad',
  one.lowest,
  one.scale ?? 0,
  one.count,
  one.suspected,
];

/** `null` for what is no coverage. */
export function unpackGroups(body: unknown): GroupTally[] | null {
  const read = v.safeParse(packed, body);
  if (!read.success) return null;
  const { definitions, groups } = read.output;
  return groups.map(({ id, sent, credit, scores, late }) => {
    const [offered, answered, open, setAside] = sent;
    const { uncredited } = emptyTally();
    for (const [index, rule] of attributionRules.entries()) {
      const [nobody, notProved] = credit[index] ?? [0, 0];
      uncredited[rule] = { nobody, notProved };
    }
    const counts = scores.map((one) => unpackScore(one, definitions));
    const keys = lateKeys(late);
    return {
      groupId: id,
      tally: { offered, answered, open, setAside, scores: counts, uncredited, late: keys },
    };
  });
}

const lateKeys = (text: string) =>
  text.split(',').flatMap((one) => (one === '' ? [] : /^\d+$/.test(one) ? keyOfTicket(one) : one));

function unpackScore(score: PackedScore, definitions: readonly string[]): ScoreCount {
  const [metric, place, said, lowest, scale, count, suspected] = score;
  const isNumber = typeof said === 'number';
  return {
    metric,
    definition: definitions[place] ?? null,
    value: isNumber ? said : null,
    verdict: isNumber ? null : said,
    lowest,
    scale: scale === 0 ? null : scale,
    count,
    suspected,
  };
}
