/** What the ZAF half needs of the workspace's window, so that tests can bring their own. */

export interface HostMessage {
  source: unknown;
  origin: string;
  data: unknown;
}

export interface HostWindow {
  /** The origin apps post to and believe. */
  origin: string;
  onMessage(listener: (message: HostMessage) => void): () => void;
  /** Called with the event's name for `resize` and `scroll`, at most every 100 ms. */
  onLayout(listener: (name: 'resize' | 'scroll') => void): () => void;
  fetch(url: string, init: RequestInit): Promise<Response>;
  sleep(milliseconds: number): Promise<void>;
}

const layoutPause = 100;

export function browserWindow(): HostWindow {
  return {
    origin: window.location.origin,
    onMessage: (listener) => {
      window.addEventListener('message', listener);
      return () => window.removeEventListener('message', listener);
    },
    onLayout,
    fetch: (url, init) => window.fetch(url, init),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}

function onLayout(listener: (name: 'resize' | 'scroll') => void): () => void {
  const stops = (['resize', 'scroll'] as const).map((name) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onEvent = () => {
      clearTimeout(timer);
      timer = setTimeout(() => listener(name), layoutPause);
    };
    window.addEventListener(name, onEvent);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(name, onEvent);
    };
  });
  return () => {
    for (const stop of stops) stop();
  };
}
