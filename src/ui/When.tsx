import { useState } from 'react';
import styled from 'styled-components';
import { absolute, relative } from './formats.ts';
import { PlainButton } from './layout.ts';
import { useApp } from './useApp.ts';
import { useNow } from './useNow.ts';

const Button = styled(PlainButton)`
  text-decoration: underline dotted var(--fl-strong);
  text-underline-offset: 3px;
  &:hover::after, &:focus-visible::after {
    content: attr(data-full);
    position: absolute;
    inset-inline-start: 0;
    bottom: calc(100% + 4px);
    z-index: 2;
    padding: 2px 8px;
    border-radius: 4px;
    background: var(--fl-text);
    color: var(--fl-bg);
    font-size: 12px;
    white-space: nowrap;
    pointer-events: none;
  }
`;

/** A moment: how long ago (or `text`), and on hover, focus or press the day and time itself. */
export function When({ at, text }: { at: number; text?: string }) {
  const { locale, user } = useApp();
  const [isFull, setFull] = useState(false);
  const now = useNow();
  const short = text ?? relative(at, now, locale);
  const full = absolute(at, locale, user.timeZone);
  return (
    <Button type="button" data-full={full} aria-label={`${short}, ${full}`} onClick={() => setFull(!isFull)}>
      <time dateTime={new Date(at).toISOString()}>{isFull ? full : short}</time>
    </Button>
  );
}
