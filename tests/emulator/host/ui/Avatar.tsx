import styled from 'styled-components';
import { color } from './look.ts';

const Circle = styled.span<{ $size: number; $hue: number }>`
  display: inline-grid;
  place-items: center;
  flex: none;
  width: ${({ $size }) => $size}px;
  height: ${({ $size }) => $size}px;
  border-radius: 50%;
  background: hsl(${({ $hue }) => $hue} 45% 36%);
  color: #fff;
  font-size: ${({ $size }) => Math.round($size * 0.4)}px;
  font-weight: 600;
  line-height: 1;
  border: 1px solid ${color('border.subtle')};
`;

/** Up to two initials: first and last word of the name. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/).filter(Boolean);
  const picked = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return picked
    .map((part) => [...(part ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

function hueOf(name: string): number {
  let hue = 0;
  for (const letter of name) hue = (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return hue;
}

/** A person's initials on a colour of their own; the name itself stands beside it. */
export function Avatar({ name, size = 32 }: { name: string; size?: number }) {
  return (
    <Circle $size={size} $hue={hueOf(name)} aria-hidden>
      {initials(name)}
    </Circle>
  );
}
