import { useEffect, useRef } from 'react';

const nothing = Symbol('nothing');

/** Does something at first, and whenever `value` is another one: with what is there at that time. */
export function useOnChange(value: unknown, act: () => void): void {
  const seen = useRef<unknown>(nothing);
  useEffect(() => {
    if (seen.current === value) return;
    seen.current = value;
    act();
  });
}
