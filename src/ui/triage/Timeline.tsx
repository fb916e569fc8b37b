import { Skeleton } from '@zendeskgarden/react-loaders';
import { useId } from 'react';
import type { LedgerEvent } from '../../care/ledger.ts';
import type { Translate } from '../../i18n.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Block, Quiet, Stack, Title } from '../layout.ts';
import { scoreText } from '../scoreText.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';
import type { Story } from './useStory.ts';

/** Everything that happened, newest first: what, by whom, when. */
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
        {[...story.events].reverse().map((event) => (
          <li key={event.seq}>
            <div>{sentence(t, event, story.names)}</div>
            {noteIn(event) && <Quiet dir="auto">{noteIn(event)}</Quiet>}
            <Quiet as="div">
              {t('timeline.by', { name: story.names[event.byId] ?? t('people.someone') })}{' '}
              <When at={event.at} />
              {event.isEdited && <> · {t('timeline.edited')}</>}
            </Quiet>
          </li>
        ))}
      </Stack>
    </Block>
  );
}

function sentence(t: Translate, event: LedgerEvent, names: Record<string, string>): string {
  switch (event.kind) {
    case 'rated':
      return t('timeline.rated', {
        scores: event.body.ratings
          .map((rating) => `${t(`score.${rating.metric}`)} ${scoreText(t, rating)}`)
          .join(', '),
      });
    case 'bucket_set':
      return event.body.bucket
        ? t('timeline.bucket', { bucket: t(`bucket.${event.body.bucket}`) })
        : t('timeline.bucket_back');
    case 'case_opened':
      return t(`timeline.opened_${event.body.rule}`, { threshold: event.body.threshold ?? 0 });
    case 'case_withdrawn':
      return t('timeline.withdrawn');
    case 'case_assigned':
      return event.body.ownerId === null
        ? t('timeline.given_back')
        : t('timeline.assigned', { name: names[event.body.ownerId] ?? t('people.someone') });
    case 'case_moved':
      return event.body.outcome
        ? t('timeline.closed', { outcome: t(`outcome.${event.body.outcome}`) })
        : t('timeline.moved', { status: t(`status.${event.body.to}`) });
  }
}

function noteIn(event: LedgerEvent): string | null {
  if (event.kind === 'bucket_set')
    return [event.body.topic, event.body.note].filter(Boolean).join(' · ') || null;
  return event.kind === 'case_moved' ? event.body.note : null;
}
