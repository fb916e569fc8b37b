import styled from 'styled-components';
import { useApp } from './useApp.ts';

const Quote = styled.blockquote`
  margin: 0;
  padding: 8px 12px;
  border-inline-start: 3px solid var(--fl-edge);
  background: var(--fl-recessed);
  border-radius: 0 4px 4px 0;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  unicode-bidi: isolate;
`;

/** Somebody's own words, the customer's unless `label` says whose, whole, as text and nothing else, each paragraph in its own direction. */
export function Comment({ text, label }: { text: string; label?: string }) {
  const { t } = useApp();
  return (
    <Quote dir="auto" aria-label={label ?? t('score.comment')}>
      {text}
    </Quote>
  );
}
