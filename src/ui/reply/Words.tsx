import styled from 'styled-components';

const Quote = styled.blockquote`
  max-height: 180px;
  margin: 0;
  padding: 8px 12px;
  overflow-y: auto;
  border-inline-start: 3px solid var(--fl-edge);
  border-radius: 0 4px 4px 0;
  background: var(--fl-recessed);
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  unicode-bidi: isolate;
  &:focus-visible { outline-offset: -2px; }
`;

/** Somebody's words as text and nothing else; long ones scroll, by keyboard too. */
export function Words({ text, label }: { text: string; label: string }) {
  return (
    <Quote dir="auto" aria-label={label} tabIndex={0}>
      {text}
    </Quote>
  );
}
