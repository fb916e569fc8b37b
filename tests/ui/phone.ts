/** A page as narrow as a phone, for as long as a test lasts. */
import { vi } from 'vitest';

export function onPhone(): void {
  vi.spyOn(window, 'matchMedia').mockImplementation((media) =>
    Object.assign(new EventTarget(), {
      matches: media.includes('max-width: 600px'),
      media,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    }),
  );
}
