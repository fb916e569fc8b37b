/** What the agent and apps do to the form of a ticket tab before it is submitted. */
import type { CommentDraft, FieldState, TicketEdits } from './desk.ts';
import { applyEdits, isSame, mergeEdits } from './deskEdits.ts';
import type { Emit, TabList } from './deskTabs.ts';

const freshField: FieldState = { isVisible: true, isEnabled: true, hiddenOptions: [] };

export type Form = ReturnType<typeof createForm>;

export function createForm(tabs: TabList, emit: Emit) {
  function edit(id: number, added: TicketEdits): void {
    const tab = tabs.get(id);
    if (!tab?.saved) return;
    const edits = mergeEdits(tab.saved, tab.edits, added);
    tabs.patch(id, { edits });
    tabs.tellChanges(id, applyEdits(tab.saved, tab.edits), applyEdits(tab.saved, edits));
  }

  function draft(id: number, change: Partial<CommentDraft>): void {
    const tab = tabs.get(id);
    if (!tab) return;
    tabs.patch(id, { draft: { ...tab.draft, ...change } });
    for (const key of ['text', 'type'] as const) {
      const [value, oldValue] = [change[key] ?? tab.draft[key], tab.draft[key]];
      const property = `comment.${key}`;
      if (!isSame(value, oldValue)) emit({ kind: 'ticketEdited', id, property, value, oldValue });
    }
  }

  function setFieldState(id: number, key: string, change: Partial<FieldState>): void {
    const states = tabs.get(id)?.fieldStates;
    if (!states) return;
    tabs.patch(id, { fieldStates: { ...states, [key]: { ...freshField, ...states[key], ...change } } });
  }

  return { edit, draft, setFieldState };
}
