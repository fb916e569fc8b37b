/** The workspace origin: the account's API, the control API, and the page agents and customers use. */
import { resolve } from 'node:path';
import type { RequestHandler } from 'msw';
import { answerControl } from '../control/answerControl.ts';
import type { ControlDesk } from '../control/desk.ts';
import { answerApi } from './answerApi.ts';
import { findFile } from './files.ts';

const pages = resolve('build/emulator');

export interface WorkspaceDesk extends ControlDesk {
  handlers(): RequestHandler[];
}

/** Answers everything but the event stream. */
export async function answerWorkspace(desk: WorkspaceDesk, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname.startsWith('/api/')) return answerApi(desk.world(), desk.handlers(), desk.log, request);
  if (url.pathname.startsWith('/__emulator')) return answerControl(desk, request);
  if (url.pathname.startsWith('/host-assets/')) return asset(url.pathname);
  if (/^\/(agent|hc|mailbox)?(\/|$)/.test(url.pathname)) return redirectedSurvey(desk, url) ?? page();
  return plain(404, 'There is nothing at this address.');
}

async function asset(path: string): Promise<Response> {
  const file = (await findFile(pages, path)) ?? (await findFile(pages, path.replace('/host-assets', '')));
  if (!file) return plain(404, 'There is no such file.');
  return new Response(file.body, { headers: { 'content-type': file.type, 'cache-control': 'no-cache' } });
}

async function page(): Promise<Response> {
  const file = await findFile(pages, 'index.html');
  if (!file) return plain(503, 'The workspace page is not built yet: run "npm run build" first.');
  return new Response(file.body, { headers: { 'content-type': file.type, 'cache-control': 'no-cache' } });
}

/** Links of the API name the survey response; the page names its ticket. */
function redirectedSurvey(desk: WorkspaceDesk, url: URL): Response | null {
  const match = /^\/hc\/([\w-]+)\/survey_responses\/([0-9A-Z]{26})$/.exec(url.pathname);
  const response = match?.[2] ? desk.world().surveyResponses.get(match[2]) : undefined;
  if (!response?.ticket_id) return null;
  const location = `/hc/${match?.[1]}/survey_responses/${response.ticket_id}${url.search}`;
  return new Response(null, { status: 302, headers: { location } });
}

const plain = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
