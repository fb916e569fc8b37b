/** The configuration as the hidden setting keeps it: nothing another version of the app wrote there is dropped. */
import { type Configuration, objectIn, parseConfiguration } from './configuration.ts';

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `before` is the setting as it stands; what it holds beyond this version's knowledge stays where it was. */
export function settingText(before: unknown, configuration: Configuration): string {
  const found: Fields = { ...objectIn(before) };
  const known = parseConfiguration(found);
  const { questions, scoreSources, formerSources, outcomes, formerOutcomes, workflows } = configuration;
  return JSON.stringify({
    ...found,
    ...configuration,
    questions: listWith(found.questions, known.questions, questions),
    scoreSources: listWith(found.scoreSources, known.scoreSources, scoreSources),
    formerSources: listWith(found.formerSources, known.formerSources, formerSources),
    outcomes: listWith(found.outcomes, known.outcomes, outcomes),
    formerOutcomes: listWith(found.formerOutcomes, known.formerOutcomes, formerOutcomes),
    workflows: listWith(found.workflows, known.workflows, workflows),
  });
}

/** Items keep their unknown members; items this version cannot read follow at the end. */
function listWith(found: unknown, known: readonly { id: string }[], items: readonly { id: string }[]) {
  const before = (Array.isArray(found) ? found : []).filter(isFields);
  const readable = new Set(known.map(({ id }) => id));
  const written = items.map((item) => ({ ...before.find(({ id }) => id === item.id), ...item }));
  return [...written, ...before.filter(({ id }) => !readable.has(String(id)))];
}
