import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Textarea } from '@zendeskgarden/react-forms';
import { type FormEvent, useId, useState } from 'react';
import { Line, PlainButton, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import type { BucketUse } from './useBucket.ts';
import { useTopics } from './useTopics.ts';

interface Typed {
  [member: string]: string;
  topic: string;
  note: string;
}

/** Longest topic and note, in characters: the record they are kept in has a size. */
const longest = { topic: 80, note: 1000 };

/** Which issue it was and a word for colleagues. What is typed stays typed until it is saved. */
export function TopicAndNote({ feedbackKey, use }: { feedbackKey: string; use: BucketUse }) {
  const { t } = useApp();
  const { topics, addTopic } = useTopics();
  const listId = useId();
  const saved = { topic: use.shown.topic ?? '', note: use.shown.note ?? '' };
  const [draft, setDraft] = useDraft<Typed>(`draft:${feedbackKey}`);
  const typed = draft ?? saved;
  const hasChange = typed.topic.trim() !== saved.topic || typed.note.trim() !== saved.note;
  const [isNoteOpen, setNoteOpen] = useState(false);
  const hasNote = isNoteOpen || typed.note !== '';

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!hasChange) return;
    const topic = typed.topic.trim() || null;
    const isSaved = await use.save({ bucket: use.shown.bucket, topic, note: typed.note.trim() || null });
    if (!isSaved) return;
    setDraft(null);
    if (topic) addTopic(topic);
  };

  return (
    <Stack as="form" onSubmit={onSubmit}>
      <Field>
        <Label isRegular>{t('bucket.topic')}</Label>
        <Input
          isCompact
          list={listId}
          maxLength={longest.topic}
          value={typed.topic}
          placeholder={t('bucket.topic_hint')}
          onChange={(event) => setDraft({ ...typed, topic: event.target.value })}
        />
      </Field>
      <datalist id={listId}>
        {topics.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
      {hasNote ? (
        <Field>
          <Label isRegular>{t('bucket.note')}</Label>
          <Textarea
            isCompact
            isResizable
            minRows={2}
            maxLength={longest.note}
            value={typed.note}
            onChange={(event) => setDraft({ ...typed, note: event.target.value })}
          />
        </Field>
      ) : (
        <Line>
          <PlainButton type="button" onClick={() => setNoteOpen(true)}>
            <Quiet as="span">{t('bucket.add_note')}</Quiet>
          </PlainButton>
        </Line>
      )}
      {hasChange && (
        <Line>
          <Button type="submit" size="small">
            {t('bucket.save')}
          </Button>
          <Button size="small" isBasic onClick={() => setDraft(null)}>
            {t('bucket.discard')}
          </Button>
        </Line>
      )}
    </Stack>
  );
}
