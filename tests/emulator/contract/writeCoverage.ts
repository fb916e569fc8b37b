/** Writes COVERAGE.md anew: `npx tsx tests/emulator/contract/writeCoverage.ts`. */
import { writeFileSync } from 'node:fs';
import { coveragePage } from './coverage.ts';

writeFileSync(new URL('../COVERAGE.md', import.meta.url), coveragePage());
