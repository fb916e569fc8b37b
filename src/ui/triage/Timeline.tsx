import { Skeleton } from '@zendeskgarden/react-loaders';
import { useId } from 'react';
import type { LedgerEvent } from '../../care/ledger.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Block, Quiet, Stack, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';
import { noteIn, sentenceOf } from './sentences.ts';
import type { Story } from './useStory.ts';

/** Everything that happened, newest first: what, by whom, when. What was written together stands together. */
export function Timeline({ story }: { story: Story }) {
  const { t } = useApp();
  const titleId = useId();
  return (
    <Block aria-labelledby={titleId}>
      <Title id={titleId}>{t('timeline.title')}</Title>
      {story.isReading && <Skeleton height="40px" />}
      {story.failure && (
        <FailureNote kind={story.failure.kind} title={t('timeline.failed')} onRetry={story.reload} />
      )}
      <Stack as="ol" $gap={10}>
        {recordsOf(story.events).map((together) => (
          <Item key={together[0].seq} together={together} names={story.names} />
        ))}
      </Stack>
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

function Item({ together, names }: { together: Together; names: Record<string, string> }) {
  const { t, locale, configuration } = useApp();
  const [{ byId, at, isEdited }] = together;
  return (
    <li>
      {together.map((event) => (
        <div key={event.part}>
          {sentenceOf(event, { t, locale, configuration, names })}
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
