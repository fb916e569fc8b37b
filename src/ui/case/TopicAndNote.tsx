import { Button } from '@zendeskgarden/react-buttons';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Feedback } from '../../care/feedback.ts';
import { Line, PlainButton, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { NoteField } from './NoteField.tsx';
import { TopicField } from './TopicField.tsx';
import type { BucketUse } from './useBucket.ts';
import { useTextDraft } from './useTextDraft.ts';
import { useTopics } from './useTopics.ts';

/** Longest topic and note, in characters: the record they are kept in has a size. */
const longest = { topic: 80, note: 1000 };

interface Props {
  feedback: Feedback;
  use: BucketUse;
  /** Takes the focus when a button here has done its work and is gone. */
  heir: RefObject<HTMLElement>;
}

/** Which issue it was and a word for colleagues. What is typed stays typed until it is saved. */
export function TopicAndNote({ feedback, use, heir }: Props) {
  const { t } = useApp();
  const { topics, addTopic } = useTopics();
  const form = useRef<HTMLDivElement>(null);
  const draft = useTextDraft(feedback);
  const { typed, change, hasChange } = draft;
  const [isNoteOpen, setNoteOpen] = useState(false);
  const hasNote = isNoteOpen || typed.note !== '' || Boolean(feedback.note);
  useHeldFocus(form, heir);

  // By the time a failed save succeeds, more may have been typed: that stays.
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!hasChange) return;
    void use.save(change, draft.seen, () => {
      const now = latest.current;
      if (now.typed.topic === typed.topic && now.typed.note === typed.note) now.discard();
      if (change.topic) addTopic(change.topic);
    });
  };
  const onDiscard = () => {
    draft.discard();
    setNoteOpen(false);
  };

  return (
    <Stack as="form" onSubmit={onSubmit} ref={form}>
      <TopicField
        text={typed.topic}
        topics={topics}
        longest={longest.topic}
        onType={(text) => draft.type('topic', text)}
      />
      <Meanwhile text={draft.meanwhile('topic')} />
      {hasNote ? (
        <NoteField
          text={typed.note}
          longest={longest.note}
          isAsked={isNoteOpen}
          onType={(text) => {
            setNoteOpen(true);
            draft.type('note', text);
          }}
        />
      ) : (
        <Line>
          <PlainButton type="button" onClick={() => setNoteOpen(true)}>
            <Quiet as="span">{t('bucket.add_note')}</Quiet>
          </PlainButton>
        </Line>
      )}
      <Meanwhile text={draft.meanwhile('note')} />
      {hasChange && (
        <Line>
          <Button type="submit" size="small">
            {t('bucket.save')}
          </Button>
          <Button size="small" isBasic onClick={onDiscard}>
            {t('bucket.discard')}
          </Button>
        </Line>
      )}
    </Stack>
  );
}

/** What somebody else saved there while one's own text covers it. */
function Meanwhile({ text }: { text: string | null }) {
  const { t } = useApp();
  return text && <Quiet dir="auto">{t('bucket.meanwhile', { text })}</Quiet>;
}
