import type { ReactNode } from 'react';
import type { IssuePart } from '../../care/issues/issueFigures.ts';
import type { Sentence } from '../../care/issues/sentence.ts';
import { Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { NumberLink } from './NumberLink.tsx';
import { hole, Rich } from './Rich.tsx';
import { type About, type Put, sentenceLines } from './sentenceLines.ts';

interface Props {
  sentence: Sentence;
  about: About;
  /** Opens the tickets behind a number; without it the numbers are text. */
  onOpen?: (part: IssuePart) => void;
}

/** The sentence, every number in it a way to its tickets. */
export function SentenceText({ sentence, about, onOpen }: Props) {
  const app = useApp();
  const parts: Record<string, ReactNode> = {};
  const put: Put = (part, text) => {
    const name = `n${Object.keys(parts).length}`;
    parts[name] = onOpen ? (
      <NumberLink text={text} what={app.t(`issues.part.${part}`)} onOpen={() => onOpen(part)} />
    ) : (
      <strong>{text}</strong>
    );
    return hole(name);
  };
  const lines = sentenceLines(app, sentence, about, put);
  return (
    <Stack $gap={6}>
      {lines.map((line) => (
        <p key={line}>
          <Rich text={line} parts={parts} />
        </p>
      ))}
    </Stack>
  );
}
