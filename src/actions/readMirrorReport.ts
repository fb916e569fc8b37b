/** What this tab's mirror left unwritten, and why; no call. */
import type { App } from '../app.ts';
import { type MirrorReport, mirrorReportName, parseMirrorReport } from '../care/mirrorReport.ts';

/** `null` where nothing was written from this tab yet. */
export const readMirrorReport = async (app: App): Promise<MirrorReport | null> =>
  parseMirrorReport(await app.zendesk.hub.recall(mirrorReportName));
