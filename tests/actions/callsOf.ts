import type { Workspace } from '../emulator/inProcess.ts';

/** Calls of the account since `before` of them were made, as `METHOD path`. */
export const callsOf = (workspace: Workspace, before: number): string[] =>
  workspace
    .exchanges()
    .slice(before)
    .map(({ method, url }) => `${method} ${url.split('?')[0]}`);
