import { Skeleton } from '@zendeskgarden/react-loaders';
import { useId } from 'react';
import { factId, type Stay, staysBefore } from '../../care/durations.ts';
import type { LedgerEvent } from '../../care/ledger.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Folded } from '../Folded.tsx';
import { span } from '../formats.ts';
import { Block, Quiet, Stack, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';
import { useGroups } from '../work/useGroups.ts';
import { noteIn, sentenceOf } from './sentences.ts';
import type { Story } from './useStory.ts';

/** Records shown before the others are asked for. */
const shown = 6;

/**
 * Everything that happened, newest first: what, by whom, when, and how long the case had stayed where it was. What
 * was written together stands together.
 */
export function Timeline({ story }: { story: Story }) {
  const { t } = useApp();
  const titleId = useId();
  const stays = staysBefore(story.events, null);
  const hasGroups = story.events.some(isToGroup);
  const { groups } = useGroups(hasGroups);
  const groupNames = Object.fromEntries(groups.map(({ id, name }) => [id, name]));
  const items = recordsOf(story.events).map((together) => (
    <Item
      key={together[0].seq}
      together={together}
      names={story.names}
      groupNames={groupNames}
      stays={stays}
    />
  ));
  return (
    <Block aria-labelledby={titleId}>
      <Title id={titleId}>{t('timeline.title')}</Title>
      {story.isReading && <Skeleton height="40px" />}
      {story.failure && (
        <FailureNote kind={story.failure.kind} title={t('timeline.failed')} onRetry={story.reload} />
      )}
      <Stack as="ol" $gap={10}>
        {items.slice(0, shown)}
      </Stack>
      {items.length > shown && (
        <Folded line={t('timeline.earlier', { count: items.length - shown })}>{items.slice(shown)}</Folded>
      )}
    </Block>
  );
}

type Together = [LedgerEvent, ...LedgerEvent[]];

/** Facts of one record share its number. Newest record first, its facts in their order. */
function recordsOf(events: readonly LedgerEvent[]): Together[] {
  const records = new Map<number, Together>();
  for (const event of events) {
    const known = records.get(event.seq);
    if (known) known.push(event);
    else records.set(event.seq, [event]);
  }
  return [...records.values()].reverse();
}

/** Of an internal note nobody knows whether it was for a group or a person. */
const isToGroup = (event: LedgerEvent) =>
  event.kind === 'escalated' && (event.body.kind === 'group' || event.body.kind === 'note');

interface ItemProps {
  together: Together;
  names: Record<string, string>;
  groupNames: Record<string, string>;
  stays: Map<string, Stay>;
}

function Item({ together, names, groupNames, stays }: ItemProps) {
  const { t, locale, configuration } = useApp();
  const [{ byId, at, isEdited }] = together;
  return (
    <li>
      {together.map((event) => (
        <div key={event.part}>
          {sentenceOf(event, { t, locale, configuration, names, groupNames })}
          <StayText stay={stays.get(factId(event))} />
          {noteIn(event) && <Quiet dir="auto">{noteIn(event)}</Quiet>}
        </div>
      ))}
      <Quiet as="div">
        {t('timeline.by', { name: names[byId] ?? t('people.someone') })} <When at={at} />
        {isEdited && <> · {t('timeline.edited')}</>}
      </Quiet>
    </li>
  );
}

/** How long the case had been where it was until then. */
function StayText({ stay }: { stay: Stay | undefined }) {
  const { t, locale } = useApp();
  if (!stay) return null;
  return <Quiet as="span"> · {t(`timeline.was_${stay.status}`, { time: span(stay.ms, locale) })}</Quiet>;
}
