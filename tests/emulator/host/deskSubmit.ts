/** Submitting a ticket: the apps' say, then one safe update. Nothing typed is lost, whatever comes back. */
import type { SaveHook, TicketJson, TicketStatus, TicketTab } from './desk.ts';
import { applyEdits, editsSince, isSame, mergeEdits, updateBody } from './deskEdits.ts';
import type { Form } from './deskForm.ts';
import { type Answer, type Api, ask, entityIn } from './deskHttp.ts';
import { heldBack, saveProblem } from './deskProblems.ts';
import { type Emit, shownTicket, type TabList } from './deskTabs.ts';

interface Means {
  api: Api;
  emit: Emit;
  form: Form;
  reload(id: number): Promise<void>;
}

export function createSubmit(tabs: TabList, { api, emit, form, reload }: Means) {
  let saveHook: SaveHook = async () => null;

  async function submit(id: number, status: TicketStatus): Promise<boolean> {
    const tab = tabs.get(id);
    if (!tab?.saved || tab.state !== 'ready') return false;
    if (tab.isSaveDisabled) {
      tabs.patch(id, { problem: heldBack });
      return false;
    }
    form.edit(id, { status });
    tabs.patch(id, { state: 'submitting', problem: null });
    const refusal = await saveHook(id);
    if (refusal !== null) tabs.patch(id, { state: 'ready', problem: refusal });
    return refusal === null && send(id);
  }

  /** The one PUT, with what apps changed in the form while they were asked. */
  async function send(id: number): Promise<boolean> {
    const tab = tabs.get(id);
    if (!tab?.saved) return false;
    emit({ kind: 'submit', id, phase: 'start' });
    const body = updateBody(tab.saved, tab.edits, tab.draft);
    const answer = await ask(api, `/api/v2/tickets/${id}`, 'PUT', body);
    const saved = entityIn<TicketJson>(answer, 'ticket');
    if (saved) await accept(id, tab, saved);
    else refuse(id, answer);
    return saved !== null;
  }

  function refuse(id: number, { status, body }: Answer): void {
    tabs.patch(id, { state: 'ready', problem: saveProblem(status, body) });
    emit({ kind: 'submit', id, phase: 'fail' });
  }

  /** What was typed while the PUT was under way stays in the form. */
  async function accept(id: number, sent: TicketTab, saved: TicketJson): Promise<void> {
    const now = tabs.get(id);
    if (now) {
      const edits = mergeEdits(saved, editsSince(sent.edits, now.edits), {});
      tabs.patch(id, { state: 'ready', saved, edits, updatedBy: null });
      const before = shownTicket(now);
      if (before) tabs.tellChanges(id, before, applyEdits(saved, edits));
      if (isSame(now.draft, sent.draft)) form.draft(id, { text: '' });
    }
    emit({ kind: 'submit', id, phase: 'done' });
    emit({ kind: 'ticketSaved', id });
    await reload(id);
  }

  return {
    submit,
    onSave: (hook: SaveHook) => {
      saveHook = hook;
    },
  };
}
