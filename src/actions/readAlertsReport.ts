/** What alerts this browser's open app could not see through, as its background frame keeps it: no call. */
import type { App } from '../app.ts';
import { type AlertsReport, alertsReportName, parseAlertsReport } from '../care/workflows/alertsReport.ts';

/** `null` where this tab never looked after alerts. */
export const readAlertsReport = async ({ zendesk: { hub } }: App): Promise<AlertsReport | null> =>
  parseAlertsReport(await hub.recall(alertsReportName));
