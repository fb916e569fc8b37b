import { FailureNote } from '../FailureNote.tsx';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { History } from './History.tsx';
import { Rules } from './Rules.tsx';
import { SaveBar } from './SaveBar.tsx';
import type { Section } from './Sections.tsx';
import { Sources } from './Sources.tsx';
import { useSettings } from './useSettings.ts';

interface Props {
  section: Exclude<Section, 'account'>;
  onShow: (section: Section) => void;
}

/** What an admin governs; what is typed survives changing the section, failures and the frame's reload. */
export function SettingsForm({ section, onShow }: Props) {
  const { t } = useApp();
  const { settings, failure, reload } = useSettings();
  if (failure) return <FailureNote kind={failure.kind} title={t('setup.load_failed')} onRetry={reload} />;
  if (!settings) return <Quiet role="status">{t('setup.loading')}</Quiet>;
  if (section === 'history') return <History newest={settings.basis.version} />;
  return (
    <>
      {section === 'sources' ? <Sources settings={settings} /> : <Rules settings={settings} />}
      <SaveBar settings={settings} onShow={onShow} />
    </>
  );
}
