import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { Comment } from '../Comment.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';

/** Letters and lines of a message shown before it is asked for as a whole. */
const shortest = { letters: 320, lines: 5 };

interface Props {
  label: string;
  text: string;
  at: number;
}

/** One message: who and when, then the words, folded where there are many. */
export function Said({ label, text, at }: Props) {
  const { t } = useApp();
  const [isWhole, setWhole] = useState(false);
  const short = shortened(text);
  return (
    <Stack $gap={4}>
      <Quiet as="div">
        {label} · <When at={at} />
      </Quiet>
      <Comment text={isWhole ? text : short} label={label} />
      {short !== text && (
        <Line>
          <Button isLink size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {t(isWhole ? 'conversation.less' : 'conversation.all')}
          </Button>
        </Line>
      )}
    </Stack>
  );
}

/** At a word's end where there is one near; whole where little would be left out. */
function shortened(text: string): string {
  const lines = text.split('\n').slice(0, shortest.lines).join('\n');
  const letters = [...lines];
  if (lines.length === text.length && letters.length <= shortest.letters * 1.2) return text;
  if (letters.length <= shortest.letters) return `${lines.trimEnd()} …`;
  const cut = letters.slice(0, shortest.letters).join('');
  const end = cut.lastIndexOf(' ');
  return `${(end > shortest.letters / 2 ? cut.slice(0, end) : cut).trimEnd()} …`;
}
