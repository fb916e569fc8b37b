import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../src/ui/ErrorBoundary.tsx';
import { Frame } from '../../src/ui/Frame.tsx';
import { lazyPart, preload } from '../../src/ui/lazyPart.ts';
import { Part } from '../../src/ui/Part.tsx';
import { createReadyWorkspace, openApp } from './render.tsx';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  window.addEventListener('error', swallow, true);
});
afterEach(() => window.removeEventListener('error', swallow, true));

async function app() {
  return (await openApp(await createReadyWorkspace(), 'agent')).app;
}

/** React lets the window hear of every error, also of those a boundary caught. */
const swallow = (event: ErrorEvent) => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

describe('code that did not arrive', () => {
  it('leaves the rest of the screen, says so, and is asked for again by a reload', async () => {
    const Gone = lazyPart<object>(() => Promise.reject(new TypeError('Failed to fetch module')));
    const shown = await app();
    const onReload = vi.fn();
    render(
      <Frame app={shown}>
        <p>Still here</p>
        <ErrorBoundary words={shown.t} onReload={onReload}>
          <Part>
            <Gone />
          </Part>
        </ErrorBoundary>
        <ErrorBoundary words={shown.t} onReload={onReload}>
          <Gone />
        </ErrorBoundary>
      </Frame>,
    );
    const notes = await screen.findAllByText('Zendesk does not answer at the moment. Try again shortly.');
    expect(notes).toHaveLength(2);
    expect(screen.getByText('Still here')).toBeTruthy();
    await userEvent.click(screen.getAllByRole('button', { name: 'Try again' })[1] as HTMLElement);
    expect(onReload).toHaveBeenCalledOnce();
  });
});

describe('code that will be needed', () => {
  it('is fetched once the first screen has been quiet, and its failure is kept to itself', async () => {
    vi.useFakeTimers();
    const load = vi.fn(() => Promise.reject(new TypeError('Failed to fetch module')));
    const stopped = vi.fn(() => Promise.resolve());
    preload(load);
    preload(stopped)();
    expect(load).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(load).toHaveBeenCalledOnce();
    expect(stopped).not.toHaveBeenCalled();
    vi.useRealTimers();
  });
});
