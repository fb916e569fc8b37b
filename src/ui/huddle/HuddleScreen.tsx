/** The morning's huddle: one positive and one constructive item, and one commitment. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Label, Select } from '@zendeskgarden/react-forms';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useState } from 'react';
import styled from 'styled-components';
import type { HuddleView } from '../../actions/readHuddle.ts';
import { readTeams } from '../../actions/readTeams.ts';
import { noteCommitment, passItem, settleCommitment } from '../../actions/saveHuddle.ts';
import { everybody, type Result, type Slot, slots } from '../../care/huddle/huddle.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack, Underlined } from '../layout.ts';
import type { PageProps } from '../pages.ts';
import { Sheet } from '../Sheet.tsx';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { Before } from './Before.tsx';
import { Card } from './Card.tsx';
import { CardTools } from './CardTools.tsx';
import { Commitment } from './Commitment.tsx';
import { Stage } from './Stage.tsx';
import { useHuddle } from './useHuddle.ts';

const Cards = styled.div`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 16px;
  min-height: 300px;
  @media (max-width: 700px) { grid-template-columns: minmax(0, 1fr); }
`;

const Choice = styled(Field)`
  @media (max-width: 600px) {
    [data-garden-id='forms.select_wrapper'] { max-height: none; }
    select { min-height: 40px; }
  }
`;

export function HuddleScreen({ onPage }: PageProps) {
  const { t } = useApp();
  const [team, setTeam] = useState(everybody);
  const [isShown, setShown] = useState(false);
  const huddle = useHuddle(team);
  const { view, failure, isReading, reload, unsaved } = huddle;
  const aside = (
    <>
      <TeamChoice team={team} onTeam={setTeam} />
      <Button size="small" isPrimary aria-disabled={!view} onClick={() => view && setShown(true)}>
        {t('huddle.show')}
      </Button>
    </>
  );
  return (
    <Sheet page="huddle" title={t('page.huddle')} onPage={onPage} aside={aside}>
      {failure && (
        <FailureNote
          kind={failure.kind}
          title={t(view ? 'huddle.old' : 'huddle.failed')}
          onRetry={isReading ? undefined : reload}
        />
      )}
      {unsaved && <FailureNote kind={unsaved.kind} title={t('huddle.unsaved')} />}
      {!view && !failure && <Waiting />}
      {view && <Board key={`${view.day} ${view.team}`} view={view} huddle={huddle} />}
      {view && isShown && <Stage view={view} onClose={() => setShown(false)} />}
    </Sheet>
  );
}

function Board({ view, huddle }: { view: HuddleView; huddle: ReturnType<typeof useHuddle> }) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const { change, isBusy } = huddle;
  const onPass = async (slot: Slot, how: 'skip' | 'replace') => {
    const saved = await change((current) => passItem(app, current, slot, how));
    if (saved)
      announce(t(saved.isMet ? 'huddle.met' : how === 'skip' ? 'huddle.skipped' : 'huddle.replaced'));
  };
  const onResult = async (result: Result) => {
    const saved = await change((current) => settleCommitment(app, current, result));
    if (saved) announce(t(`huddle.is_${result}`));
  };
  const onSave = async (text: string) => {
    const saved = await change((current) => noteCommitment(app, current, text));
    if (saved && !saved.isMet) announce(t('huddle.saved'));
    return saved === null ? 'failed' : saved.isMet ? 'met' : 'saved';
  };
  return (
    <Stack $gap={16}>
      <Before view={view} onResult={(result) => void onResult(result)} />
      <Cards>
        {slots.map((slot) => (
          <Card key={slot} view={view} slot={slot}>
            <CardTools view={view} slot={slot} isBusy={isBusy} onPass={(how) => void onPass(slot, how)} />
          </Card>
        ))}
      </Cards>
      <Commitment view={view} onSave={onSave} />
    </Stack>
  );
}

/** All, or one group; only all while the groups are not known, and it says where they cannot be. */
function TeamChoice({ team, onTeam }: { team: string; onTeam: (team: string) => void }) {
  const app = useApp();
  const { t } = app;
  const {
    data: teams = [],
    error,
    refetch,
  } = useQuery({ queryKey: ['teams'], queryFn: () => readTeams(app) });
  return (
    <>
      {error && (
        <Quiet as="span" role="status">
          {t('huddle.no_teams')}{' '}
          <Underlined type="button" onClick={() => void refetch()}>
            {t('failure.retry')}
          </Underlined>
        </Quiet>
      )}
      <Choice>
        <Label hidden>{t('huddle.team')}</Label>
        <Select isCompact value={team} onChange={({ target }) => onTeam(target.value)}>
          <option value={everybody}>{t('huddle.everybody')}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Choice>
    </>
  );
}

function Waiting() {
  const { t } = useApp();
  return (
    <Cards aria-busy="true" aria-label={t('huddle.reading')}>
      {slots.map((slot) => (
        <Line key={slot}>
          <Skeleton height="300px" />
        </Line>
      ))}
    </Cards>
  );
}
