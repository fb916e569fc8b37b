import styled from 'styled-components';

const Track = styled.span`
  position: relative;
  display: block;
  width: 100%;
  max-width: 140px;
  height: 6px;
  border-radius: 3px;
  background: var(--fl-recessed);
  box-shadow: inset 0 0 0 1px var(--fl-line);
`;

const Span = styled.span`
  position: absolute;
  top: 0;
  bottom: 0;
  border-radius: 3px;
  background: var(--fl-edge);
`;

const Point = styled.span`
  position: absolute;
  top: -3px;
  width: 3px;
  height: 12px;
  margin-inline-start: -1px;
  border-radius: 1px;
  background: var(--fl-text);
`;

const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;

/** A value and its interval, both 0-1, as a picture; the text beside it says the same. */
export function Interval({ value, interval }: { value: number; interval: [number, number] }) {
  const [low, high] = interval;
  return (
    <Track aria-hidden="true">
      <Span style={{ insetInlineStart: percent(low), width: percent(high - low) }} />
      <Point style={{ insetInlineStart: percent(value) }} />
    </Track>
  );
}
