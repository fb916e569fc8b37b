import { useQuery } from '@tanstack/react-query';
import { readMirrorReport } from '../../actions/readMirrorReport.ts';
import { type MirrorReport, skips } from '../../care/mirrorReport.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';

/** One line about tickets whose fields could not follow; nothing where all did, or a role has none to edit. */
export function MirrorLine() {
  const app = useApp();
  const { t, locale } = app;
  const { data } = useQuery({ queryKey: ['mirror'], queryFn: () => readMirrorReport(app), staleTime: 0 });
  const said = data
    ? [...skips, 'unsaved' as const].filter((why) => isSaid(why, data, app.user.isAdmin))
    : [];
  if (!data || said.length === 0) return null;
  const parts = said.map((why) => t(`mirror.count.${why}`, { count: data[why] }));
  const what = new Intl.ListFormat(locale, { type: 'unit' }).format(parts);
  return <Quiet>{t('mirror.skipped', { what })}</Quiet>;
}

/** That a role may not edit tickets is an admin's to know. */
const isSaid = (why: keyof MirrorReport, report: MirrorReport, isAdmin: boolean) =>
  report[why] > 0 && (why !== 'forbidden' || isAdmin);
