import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { families } from '../../api/index.ts';
import { contracts } from '../../contract/contracts.ts';
import { knownErrors } from './knownErrors.ts';
import { type OpenApi, readOpenApi } from './openapi.ts';
import { type Driven, driveAll } from './requests.ts';

const file = process.env.FEEDBACK_LOOP_OAS ?? '../shared/reference/zendesk-oas.yaml';
const isAtHand = existsSync(file);
const callOf = ({ method, path }: { method: string; path: string }) =>
  `${method} ${path.replace('/api/v2', '')}`;

const withText = () =>
  describe('Zendesk’s OpenAPI text', () => {
    let openApi: OpenApi;
    let driven: Driven[];
    beforeAll(async () => {
      openApi = readOpenApi(file);
      driven = await driveAll();
    });

    it('has every operation whose contract names it as the source, and no other', () => {
      const wrong = contracts.filter(
        (contract) => openApi.has(callOf(contract)) !== (contract.source === 'oas'),
      );
      expect(wrong.map(callOf)).toEqual([]);
    });

    it('agrees with what every operation answers, apart from its known errors', () => {
      const found = driven
        .filter(({ call }) => openApi.has(call))
        .flatMap(({ call, exchange }) =>
          openApi
            .problems(call, exchange.status, exchange.responseBody)
            .map((problem) => `${call}: ${problem}`),
        );
      const unexplained = found.filter(
        (problem) => !knownErrors.some((known) => known.problem.test(problem)),
      );
      expect(unexplained).toEqual([]);
      const unneeded = knownErrors.filter((known) => !found.some((problem) => known.problem.test(problem)));
      expect(unneeded.map((known) => known.why)).toEqual([]);
    });
  });

const withoutText = () =>
  describe('without Zendesk’s OpenAPI text at hand', () => {
    it('the project’s own contracts cover every mounted endpoint, each naming its source', () => {
      expect(contracts.map(callOf).sort()).toEqual(families.flat().map(callOf).sort());
      expect(contracts.filter((contract) => contract.source === '')).toEqual([]);
    });
  });

if (isAtHand) withText();
else withoutText();
