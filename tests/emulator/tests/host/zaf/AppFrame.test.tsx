// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AppFrame, BackgroundFrames } from '../../../host/zaf/AppFrame.tsx';
import { someApp } from './account.ts';
import { openWorkspace } from './workspace.ts';

afterEach(cleanup);

const frameOf = (container: HTMLElement) => container.querySelector('iframe');

describe('an app’s frame', () => {
  test('is listened to before its page is loaded', async () => {
    const { desk, zaf } = await openWorkspace();
    const attach = vi.fn((_guid: string, _frame: Window) => () => undefined);
    const order: string[] = [];
    const source = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src');
    vi.spyOn(HTMLIFrameElement.prototype, 'src', 'set').mockImplementation(function set(
      this: HTMLIFrameElement,
      src,
    ) {
      order.push(`after ${attach.mock.calls.length} attached`);
      source?.set?.call(this, src);
    });
    const { container } = render(
      <AppFrame
        desk={desk}
        zaf={{ ...zaf, attach }}
        app={someApp}
        location="ticket_sidebar"
        context={{ ticketId: 41 }}
        isVisible
      />,
    );
    expect(order).toEqual(['after 1 attached']);
    expect(frameOf(container)?.src).toContain('/7/assets/iframe.html?origin=');
    expect(frameOf(container)?.title).toBe('Feedback Loop');
  });

  test('of the navigation bar is made at its first showing and kept when hidden', async () => {
    const { desk, zaf } = await openWorkspace();
    const draw = (isVisible: boolean) => (
      <AppFrame desk={desk} zaf={zaf} app={someApp} location="nav_bar" isVisible={isVisible} />
    );
    const { container, rerender } = render(draw(false));
    expect(frameOf(container)).toBeNull();
    rerender(draw(true));
    await vi.waitFor(() => expect(frameOf(container)).not.toBeNull());
    const first = frameOf(container);
    rerender(draw(false));
    expect(frameOf(container)).toBe(first);
    expect(first?.style.display).toBe('none');
  });

  test('is another one after all apps were reloaded, and the same after a change of scheme', async () => {
    const { desk, zaf } = await openWorkspace();
    const { container } = render(<BackgroundFrames desk={desk} zaf={zaf} />);
    const first = frameOf(container);
    desk.setScheme('dark');
    await Promise.resolve();
    expect(frameOf(container)).toBe(first);
    expect(first?.src).toContain('colorScheme=light');
    zaf.reloadApps();
    await vi.waitFor(() => expect(frameOf(container)).not.toBe(first));
    expect(frameOf(container)?.src).toContain('colorScheme=dark');
  });

  test('is 320 pixels wide in the sidebar of an app that is not flexible, and as high as it asks', async () => {
    const fixed = {
      ...someApp,
      locations: { ticket_sidebar: { url: 'assets/iframe.html', flexible: false } },
    };
    const { desk, zaf } = await openWorkspace({ apps: [fixed] });
    const context = { ticketId: 41 };
    const { container } = render(
      <AppFrame
        desk={desk}
        zaf={zaf}
        app={fixed}
        location="ticket_sidebar"
        context={context}
        isVisible
        width={500}
      />,
    );
    expect(frameOf(container)?.style).toMatchObject({ width: '320px', height: '320px' });
  });
});
