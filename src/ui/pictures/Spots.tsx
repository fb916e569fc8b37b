/** What can be reached on a picture: real buttons over the drawing, one stop of the Tab key, arrows walk. */
import { type KeyboardEvent, useRef, useState } from 'react';
import styled from 'styled-components';

export interface Spot {
  key: string;
  /** In pixels of the drawing: its middle. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Everything about it, in words. */
  label: string;
  onOpen?: (() => void) | undefined;
  /** Is it a row as wide as the picture? Then the ring goes around it all. */
  isRow?: boolean;
}

/** Where an arrow leads from a spot; `null` stays. */
export type Step = (from: number, key: string) => number | null;

const Layer = styled.div`
  position: absolute;
  inset: 0;
  @media print { display: none; }
`;

const Hit = styled.button<{ $isOpening: boolean; $isRow: boolean }>`
  position: absolute;
  padding: 0;
  border: 0;
  background: none;
  border-radius: ${({ $isRow }) => ($isRow ? 4 : 14)}px;
  transform: translate(-50%, -50%);
  cursor: ${({ $isOpening }) => ($isOpening ? 'pointer' : 'default')};
  &:hover { background: color-mix(in srgb, var(--fl-text) 7%, transparent); }
  &:focus-visible { outline-offset: -1px; z-index: 1; }
`;

interface Props {
  /** Of the drawing, in the pixels of the spots. */
  width: number;
  height: number;
  name: string;
  spots: readonly Spot[];
  step?: Step;
  onActive: (index: number) => void;
}

export function Spots({ width, height, name, spots, step = along(spots), onActive }: Props) {
  const [stop, setStop] = useState(0);
  const layer = useRef<HTMLDivElement>(null);
  const home = Math.min(stop, spots.length - 1);
  const onKeyDown = (event: KeyboardEvent, from: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? spots.length - 1 : step(from, event.key);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    layer.current?.querySelectorAll('button')[to]?.focus();
  };
  const onSpot = (index: number) => {
    setStop(index);
    onActive(index);
  };
  if (spots.length === 0) return null;
  return (
    <Layer ref={layer} role="group" aria-label={name}>
      {spots.map(({ key, label, onOpen, isRow = false, ...place }, index) => (
        <Hit
          key={key}
          type="button"
          $isOpening={onOpen !== undefined}
          $isRow={isRow}
          tabIndex={index === home ? 0 : -1}
          aria-label={label}
          style={{
            left: `${(place.x / width) * 100}%`,
            top: `${(place.y / height) * 100}%`,
            width: `${(place.width / width) * 100}%`,
            height: `${(place.height / height) * 100}%`,
          }}
          onFocus={() => onSpot(index)}
          onPointerEnter={() => onActive(index)}
          onClick={() => (onOpen ? onOpen() : onSpot(index))}
          onKeyDown={(event) => onKeyDown(event, index)}
        />
      ))}
    </Layer>
  );
}

/** One after the other, whichever arrow it is. */
export const along =
  (spots: readonly unknown[]): Step =>
  (from, key) => {
    const to =
      from +
      (key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0);
    return to === from || to < 0 || to >= spots.length ? null : to;
  };
