import type { ComponentType } from 'react';
import { FailureNote } from '../FailureNote.tsx';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { FigureRules } from './figures/FigureRules.tsx';
import { History } from './History.tsx';
import { Pilot } from './pilot/Pilot.tsx';
import { Privacy } from './privacy/Privacy.tsx';
import { Rules } from './Rules.tsx';
import { Rehearsal } from './rehearsal/Rehearsal.tsx';
import { SaveBar } from './SaveBar.tsx';
import type { Section } from './Sections.tsx';
import { Sources } from './Sources.tsx';
import { type Settings, useSettings } from './useSettings.ts';
import { People } from './workflows/People.tsx';
import { Workflows } from './workflows/Workflows.tsx';

interface Props {
  section: Exclude<Section, 'account' | 'survey'>;
  onShow: (section: Section) => void;
}

/** Sections whose settings are typed here and saved together. */
const forms: Partial<Record<Section, ComponentType<{ settings: Settings; onShow: Props['onShow'] }>>> = {
  sources: Sources,
  rules: Rules,
  people: People,
  workflows: Workflows,
  rehearsal: Rehearsal,
  pilot: Pilot,
  figures: FigureRules,
  privacy: Privacy,
};

/** What an admin governs; what is typed survives changing the section, failures and the frame's reload. */
export function SettingsForm({ section, onShow }: Props) {
  const { t } = useApp();
  const { settings, failure, reload } = useSettings();
  if (failure) return <FailureNote kind={failure.kind} title={t('setup.load_failed')} onRetry={reload} />;
  if (!settings) return <Quiet role="status">{t('setup.loading')}</Quiet>;
  if (section === 'history') return <History newest={settings.basis.version} />;
  const Form = forms[section];
  return (
    <>
      {Form && <Form settings={settings} onShow={onShow} />}
      <SaveBar settings={settings} onShow={onShow} />
    </>
  );
}
