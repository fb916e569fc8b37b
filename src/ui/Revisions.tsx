import { useId, useState } from 'react';
import type { Revision } from '../care/feedback.ts';
import { Line, PlainButton, Quiet, Stack } from './layout.ts';
import { scoreText } from './scoreText.ts';
import { useApp } from './useApp.ts';
import { When } from './When.tsx';

/** A changed answer: both scores in a line, which opens to all of them with their dates. */
export function Revisions({ revisions }: { revisions: Revision[] }) {
  const { t } = useApp();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const [first, last] = [revisions[0], revisions.at(-1)];
  if (!first || !last || revisions.length < 2) return null;
  const line = t('score.changed', { first: scoreText(t, first), last: scoreText(t, last) });
  return (
    <Stack $gap={4}>
      <PlainButton type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <Quiet as="span">
          {line} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </Quiet>
      </PlainButton>
      <Stack as="ol" id={id} hidden={!isOpen} $gap={2} style={isOpen ? undefined : { display: 'none' }}>
        {revisions.map((revision, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: revisions are only ever added at the end
          <Line as="li" key={index}>
            <strong>{scoreText(t, revision)}</strong>
            <When at={revision.answeredAt ?? revision.seenAt} />
            <Quiet as="span">{t(revision.answeredAt === null ? 'score.seen' : 'score.answered')}</Quiet>
          </Line>
        ))}
      </Stack>
    </Stack>
  );
}
