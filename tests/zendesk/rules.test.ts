import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Http } from '../../src/zendesk/http.ts';
import { readRules } from '../../src/zendesk/rules.ts';

const answering = (triggers: unknown[]): Pick<Http, 'get'> => ({
  get: async (_url, schema) => v.parse(schema, { triggers, meta: { has_more: false } }),
});
const never = () => Promise.reject(new Error('not asked for'));

describe('a rule with a part nobody has documented', () => {
  it('keeps its other conditions and actions', async () => {
    const isExcepted = { field: 'current_tags', operator: 'not_includes', value: 'vip' };
    const found = {
      id: 1,
      title: 'Ask',
      active: true,
      conditions: { all: [{ field: 'mood', operator: null }, isExcepted, 'words'], any: [] },
      actions: [{ field: 'satisfaction_score', value: 'offered' }, { field: 'close_tab' }],
    };
    const { rules } = await readRules({ ...answering([found]), send: never, wait: never }, 'trigger');
    expect(rules[0]?.conditions.all).toEqual([
      { field: 'mood', operator: '' },
      isExcepted,
      { field: '', operator: '' },
    ]);
    expect(rules[0]?.actions.map(({ field }) => field)).toEqual(['satisfaction_score', 'close_tab']);
  });
});
