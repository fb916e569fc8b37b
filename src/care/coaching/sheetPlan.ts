/** The guarded object: made only where Zendesk can say who reads which of its records. */
import type { FieldPlan, ObjectPlan } from '../setup/setup.ts';

/** Fields naming who may read a record beside its author. */
export const readerFields = ['reader', 'lead_1', 'lead_2', 'lead_3'] as const;

export const sheetPlan: ObjectPlan = {
  key: 'fl_sheet',
  title: 'Feedback Loop sheet',
  titlePluralized: 'Feedback Loop sheets',
  isNameUnique: false,
  fields: [
    { key: 'about', type: 'text', title: 'About' },
    { key: 'reader', type: 'lookup', title: 'Reader', target: 'zen:user' },
    { key: 'lead_1', type: 'lookup', title: 'First lead', target: 'zen:user' },
    { key: 'lead_2', type: 'lookup', title: 'Second lead', target: 'zen:user' },
    { key: 'lead_3', type: 'lookup', title: 'Third lead', target: 'zen:user' },
  ],
};

/** What is written has its place only once the rules hold: without this field there are no notes to read. */
export const sheetBody: FieldPlan = { key: 'body', type: 'textarea', title: 'Body' };

/** What the rules are called in the account. */
export const sheetRules = {
  readers: 'Feedback Loop: one’s own sheet, and what one wrote',
  author: 'Feedback Loop: what one wrote',
} as const;
