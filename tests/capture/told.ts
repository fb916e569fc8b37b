/** One feedback as plain fields, so that what was recorded and what is true are held side by side. */
export type Told = Record<string, string | number | boolean | null>;

export interface Comparison {
  /** `<key> <field>: recorded …, true …`. */
  differences: string[];
  feedbacks: number;
  fields: number;
}

/** Every field the truth speaks of, for every key either side knows. */
export function compare(recorded: ReadonlyMap<string, Told>, truth: ReadonlyMap<string, Told>): Comparison {
  const differences: string[] = [];
  let fields = 0;
  for (const [key, expected] of truth) {
    const found = recorded.get(key);
    if (!found) {
      differences.push(`${key}: nothing is recorded, true ${JSON.stringify(expected)}`);
      continue;
    }
    for (const [field, value] of Object.entries(expected)) {
      fields += 1;
      if (found[field] !== value)
        differences.push(`${key} ${field}: recorded ${found[field]}, true ${value}`);
    }
  }
  const invented = [...recorded.keys()].filter((key) => !truth.has(key));
  differences.push(...invented.map((key) => `${key}: recorded, but there is nothing true of it`));
  return { differences, feedbacks: truth.size, fields };
}
