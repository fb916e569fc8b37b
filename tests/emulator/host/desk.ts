/**
 * The model of the workspace page: what an agent has open and has typed. The screens draw it, the ZAF half
 * reads and edits it, and neither knows the other. `createDesk` in `deskStore.ts` implements it over /api/v2.
 */
import type { InstalledApp, State, WorldEvent } from '../control.ts';

export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';
export type ColorScheme = 'light' | 'dark';

/** A user, group … exactly as /api/v2 answers; only the members the page needs are named. */
export interface UserJson {
  id: number;
  name: string;
  email: string;
  role: string;
  role_type: number | null;
  custom_role_id: number | null;
  locale: string;
  time_zone: string;
  iana_time_zone: string;
  [member: string]: unknown;
}
export interface GroupJson {
  id: number;
  name: string;
}
export interface TicketJson {
  id: number;
  subject: string;
  description: string;
  status: TicketStatus;
  priority: string | null;
  type: string | null;
  tags: string[];
  requester_id: number;
  assignee_id: number | null;
  group_id: number | null;
  organization_id: number | null;
  custom_fields: { id: number; value: unknown }[];
  created_at: string;
  updated_at: string;
  via: { channel: string };
  [member: string]: unknown;
}
export interface CommentJson {
  id: number;
  author_id: number;
  body: string;
  html_body: string;
  plain_body: string;
  public: boolean;
  created_at: string;
  via: { channel: string };
}
export interface TicketFieldJson {
  id: number;
  type: string;
  title: string;
  active: boolean;
  required: boolean;
  custom_field_options?: { id: number; name: string; value: string }[];
  [member: string]: unknown;
}

/** What the agent changed in the form and has not submitted; only the members that differ are present. */
export interface TicketEdits {
  subject?: string;
  status?: TicketStatus;
  priority?: string | null;
  type?: string | null;
  tags?: string[];
  assignee_id?: number | null;
  group_id?: number | null;
  requester_id?: number;
  /** By field id. */
  custom_fields?: Record<string, unknown>;
}

export interface CommentDraft {
  /** Plain text; the composer has no rich text. */
  text: string;
  type: 'publicReply' | 'internalNote';
}

/** UI-only state of one field, set by apps (`ticketFields:… .hide`). */
export interface FieldState {
  isVisible: boolean;
  isEnabled: boolean;
  hiddenOptions: string[];
}

/** One ticket tab. `saved` is the server's last word, `edits` and `draft` are the agent's. */
export interface TicketTab {
  id: number;
  state: 'loading' | 'ready' | 'failed' | 'submitting';
  /** Plain sentence when `state` is `failed`, or when the last submit did not go through. */
  problem: string | null;
  saved: TicketJson | null;
  comments: CommentJson[];
  edits: TicketEdits;
  draft: CommentDraft;
  /** Apps may hold back the submit button: `ticket.disableSave`. */
  isSaveDisabled: boolean;
  fieldStates: Record<string, FieldState>;
  /** Somebody else saved while this tab was open, user id, until reloaded. */
  updatedBy: number | null;
}

export interface ToastPart {
  text: string;
  /** `https://…`, or a path of this workspace. */
  href: string | null;
}

export interface Toast {
  id: number;
  kind: 'notice' | 'alert' | 'error';
  /** Plain text; apps' limited HTML is reduced to text before it gets here. */
  message: string;
  /** The same words where some of them are links. */
  parts?: ToastPart[];
  /** Milliseconds, `null` = stays. */
  duration: number | null;
}

export type Route =
  | { page: 'dashboard' }
  | { page: 'ticket'; id: number }
  | { page: 'views' }
  | { page: 'user'; id: number }
  | { page: 'app'; name: string; segments: string[] }
  | { page: 'mailbox'; customer: number | null }
  | { page: 'survey'; ticketId: number; accessToken: string };

export type DeskEvent =
  | { kind: 'changed' } // something to redraw
  | { kind: 'ticketEdited'; id: number; property: string; value: unknown; oldValue: unknown } // ZAF property name, e.g. `ticket.status`
  | { kind: 'ticketUpdated'; id: number; byUserId: number | null } // saved by someone else
  | { kind: 'ticketSaved'; id: number }
  | { kind: 'submit'; id: number; phase: 'start' | 'done' | 'fail' }
  | { kind: 'closing'; id: number } // the tab leaves `tabs()` a moment later, so that its apps can say goodbye
  | { kind: 'activeTab'; id: number | null; previous: number | null }
  | { kind: 'route'; route: Route; previous: Route }
  | { kind: 'scheme'; scheme: ColorScheme }
  | { kind: 'locale'; locale: string }
  | { kind: 'notification'; appId: number; event: string; body: unknown; senderId: number }
  | { kind: 'world'; event: WorldEvent }; // as it came from the server, e.g. `outbox` for the mailbox

/** Runs before a ticket is saved: resolves to `null` to allow, to a sentence to block. Set by the ZAF half. */
export type SaveHook = (ticketId: number) => Promise<string | null>;

export interface Desk {
  // what there is to draw
  state(): State;
  me(): UserJson | null;
  route(): Route;
  scheme(): ColorScheme;
  locale(): string;
  /** Milliseconds an app may think about `ticket.save`; `?saveHookTimeout=<seconds>`, 30 s otherwise. */
  saveHookTimeout(): number;
  /** Tells browser tabs of one profile apart: 1, 2, … */
  browserTab(): number;
  /** Pixels, 280 and up. */
  trayWidth(): number;
  isTrayOpen(): boolean;
  tabs(): TicketTab[];
  tab(id: number): TicketTab | undefined;
  toasts(): Toast[];
  fields(): TicketFieldJson[];
  groups(): GroupJson[];
  agents(): UserJson[];
  user(id: number): UserJson | undefined;
  apps(): InstalledApp[];
  /** `saved` overlaid by `edits`. */
  shown(tab: TicketTab): TicketJson;

  // what may be done
  open(route: Route): void;
  closeTab(id: number): void;
  reloadTab(id: number): Promise<void>;
  edit(id: number, edits: TicketEdits): void;
  draft(id: number, draft: Partial<CommentDraft>): void;
  setFieldState(id: number, fieldKey: string, state: Partial<FieldState>): void;
  setSaveDisabled(id: number, isDisabled: boolean): void;
  /** Runs the save hook, then one safe PUT with edits and draft. The tab says what went wrong; nothing typed is lost. */
  submit(id: number, status: TicketStatus): Promise<boolean>;
  onSave(hook: SaveHook): void;
  notify(message: string, kind: Toast['kind'], duration: number | null, parts?: ToastPart[]): void;
  dismiss(toastId: number): void;
  setScheme(scheme: ColorScheme): void;
  setLocale(locale: string): void;
  setTrayWidth(width: number): void;
  setTrayOpen(isOpen: boolean): void;
  setPersona(persona: string): Promise<void>;
  /** The account's API, as the signed-in person; never throws for an HTTP status. */
  api(path: string, init?: RequestInit): Promise<Response>;
  subscribe(listener: (event: DeskEvent) => void): () => void;
  /** Stops listening to the server and to the browser's history. */
  dispose(): void;
}
