import { useEffect, useState } from 'react';
import { readAlertsReport } from '../../../actions/readAlertsReport.ts';
import type { AlertsReport } from '../../../care/workflows/alertsReport.ts';
import { Stack } from '../../layout.ts';
import { Note } from '../../note.ts';
import { useApp } from '../../useApp.ts';

/** Alerts this browser's open app could not hand to Zendesk, and why; nothing where all went out. */
export function AlertsState() {
  const app = useApp();
  const { t } = app;
  const [report, setReport] = useState<AlertsReport | null>(null);
  useEffect(() => {
    let isHere = true;
    void readAlertsReport(app).then((found) => isHere && setReport(found));
    return () => {
      isHere = false;
    };
  }, [app]);
  if (!report) return null;
  const { forbidden, refused, waiting, failure } = report;
  const said = [
    ...(forbidden > 0 ? [t('workflows.state.forbidden', { count: forbidden })] : []),
    ...(refused > 0 ? [t('workflows.state.refused', { count: refused })] : []),
    ...(failure ? [t('workflows.state.failure', { why: t(`failure.${failure}`) })] : []),
  ];
  if (said.length === 0) return null;
  if (waiting > 0) said.push(t('workflows.state.waiting', { count: waiting }));
  return (
    <Note type="warning">
      <strong>{t('workflows.state.title')}</strong>
      <Stack as="ul" $gap={4}>
        {said.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </Stack>
    </Note>
  );
}
