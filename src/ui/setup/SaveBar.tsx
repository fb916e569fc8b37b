/** At the end of the settings: what is unsaved, what saving will change, how it went. */
import { Button } from '@zendeskgarden/react-buttons';
import { Title } from '@zendeskgarden/react-notifications';
import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { Note } from '../note.ts';
import { useApp } from '../useApp.ts';
import { Changes } from './Changes.tsx';
import { Box, GroupName } from './layout.ts';
import type { Section } from './Sections.tsx';
import { sectionOf } from './sectionOf.ts';
import { type Saving, useSaving } from './useSaving.ts';
import type { Settings } from './useSettings.ts';
import { ApplyingNote } from './workflows/ApplyingNote.tsx';

const Foot = styled(Stack)`
  position: sticky;
  bottom: 0;
  z-index: 1;
  margin: 0 -4px;
  padding: 12px 4px;
  background: var(--fl-bg);
  border-top: 1px solid var(--fl-line);
`;

interface Props {
  settings: Settings;
  onShow: (section: Section) => void;
}

export function SaveBar({ settings, onShow }: Props) {
  const saving = useSaving(settings);
  const { changes, isConfirming, outcome } = saving;
  const hasNews = settings.isTouched || (changes?.length ?? 0) > 0;
  return (
    <>
      {outcome && <OutcomeNote outcome={outcome} />}
      <ApplyingNote applying={saving.applying} />
      {isConfirming ? (
        <Confirm saving={saving} />
      ) : (
        (hasNews || outcome?.kind === 'met') && (
          <Unsaved saving={saving} settings={settings} onShow={onShow} />
        )
      )}
    </>
  );
}

function Unsaved({ saving, settings, onShow }: Props & { saving: Saving }) {
  const { t } = useApp();
  const [wrong, setWrong] = useState<{ place: string } | null>(null);
  useEffect(() => {
    if (wrong) focusOn(wrong.place);
  }, [wrong]);
  const shown = Object.keys(settings.problems).filter((place) => settings.problemAt(place));
  const onAsk = () => {
    const place = saving.ask();
    if (place === null) return;
    onShow(sectionOf(place));
    setWrong({ place });
  };
  return (
    <Foot>
      <Quiet role={shown.length > 0 ? 'alert' : undefined}>
        {shown.length > 0 ? t('setup.problems_count', { count: shown.length }) : t('setup.unsaved')}
      </Quiet>
      <Line>
        <Button isPrimary onClick={onAsk}>
          {t('setup.save')}
        </Button>
        <Button isBasic onClick={saving.discard}>
          {t('setup.discard')}
        </Button>
      </Line>
    </Foot>
  );
}

/** The field that is wrong, where it is on the page. */
function focusOn(place: string): void {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-place]')];
  fields.find((field) => field.dataset.place === place)?.focus();
}

function Confirm({ saving }: { saving: Saving }) {
  const { t } = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    title.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { changes, counts, failure, isSaving } = saving;
  const isApplying = saving.applying.state?.kind === 'running';
  return (
    <Box $gap={12} as="section" aria-label={t('setup.confirm')}>
      <GroupName ref={title} tabIndex={-1}>
        {t('setup.confirm')}
      </GroupName>
      {changes?.length ? <Changes changes={changes} counts={counts} /> : <p>{t('setup.confirm_none')}</p>}
      {counts === undefined && <Quiet>{t('setup.counting')}</Quiet>}
      {failure && <FailureNote kind={failure.kind} title={t('setup.save_failed')} type="error" />}
      <Line>
        <Button isPrimary onClick={saving.save} aria-disabled={isSaving || isApplying}>
          {t(isSaving ? 'setup.saving' : 'setup.confirm_save')}
        </Button>
        <Button isBasic onClick={saving.back} aria-disabled={isSaving}>
          {t('setup.confirm_back')}
        </Button>
      </Line>
    </Box>
  );
}

function OutcomeNote({ outcome }: { outcome: NonNullable<Saving['outcome']> }) {
  const { t } = useApp();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), []);
  if (outcome.kind === 'met') {
    return (
      <Note type="warning" role="note" ref={note} tabIndex={-1}>
        <Title>{t('setup.met')}</Title>
        <Changes changes={outcome.theirs} />
        <div>{t('setup.met_why')}</div>
      </Note>
    );
  }
  const { unkept, hasNewSource } = outcome;
  return (
    <Note type="success" role="note" ref={note} tabIndex={-1}>
      <Title>{t('setup.saved')}</Title>
      <div>{t('setup.saved_why')}</div>
      {hasNewSource && <div>{t('setup.saved_sources')}</div>}
      {unkept && <div>{t('setup.saved_unkept', { why: t(`failure.${unkept.kind}`) })}</div>}
    </Note>
  );
}
