/** Pictures as a person meets them: by eye, by keyboard, in a table, as a file, in both schemes. */
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ThemeProvider } from '@zendeskgarden/react-theming';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { themeOf } from '../../src/ui/colors.ts';
import { Compare } from '../../src/ui/pictures/Compare.tsx';
import { Distribution } from '../../src/ui/pictures/Distribution.tsx';
import { QuadrantMap } from '../../src/ui/pictures/QuadrantMap.tsx';
import { Trend, type TrendProps } from '../../src/ui/pictures/Trend.tsx';
import { AppContext } from '../../src/ui/useApp.ts';
import { pictureApp } from './pictures.ts';

// Axe and forty topics take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const hostile = '=HYPERLINK("http://evil.example")<script>alert(1)</script>\u0007 \u202e'.padEnd(160, 'x');
const month = (index: number) => ({ from: Date.UTC(2026, index, 1), to: Date.UTC(2026, index + 1, 1) });
const share = (k: number, n: number) => ({
  value: n === 0 ? null : k / n,
  n,
  interval: n === 0 ? null : ([Math.max(0, k / n - 0.1), Math.min(1, k / n + 0.1)] as const),
});

const trend: TrendProps = {
  title: 'CSAT by month',
  sentence: 'CSAT fell in March.',
  unit: 'share',
  series: [
    {
      name: 'CSAT',
      points: [
        { ...month(0), ...share(40, 50) },
        { ...month(1), ...share(0, 0) },
        { ...month(2), ...share(3, 6) },
        { ...month(3), ...share(45, 50) },
      ],
    },
  ],
  marks: [{ at: Date.UTC(2026, 2, 12), label: 'Fixed: login' }],
};

const point = (name: string, csat: [number, number], easy: [number, number]) => ({
  name,
  csat: share(...csat),
  easy: share(...easy),
  volume: csat[1] + easy[1],
});
const points = [
  point('transfers', [45, 50], [10, 40]),
  point('login', [10, 50], [30, 40]),
  point('rare', [4, 5], [3, 4]),
  point('unasked', [4, 5], [0, 0]),
];
const map = {
  title: 'Nice team, hard process?',
  sentence: 'Transfers are hard.',
  points,
  xSplit: 0.5,
  ySplit: 0.75,
  minimum: 10,
};
const compare = {
  title: 'Before and after',
  sentence: 'It rose.',
  unit: 'score' as const,
  rows: [
    { label: 'Before', value: 3.2, n: 40, interval: [2.9, 3.5] as const },
    { label: 'After', value: null, n: 0, interval: null },
  ],
};
const distribution = {
  title: 'Answers',
  sentence: 'Most chose 5.',
  steps: [
    { label: '1 of 5', count: 10, share: 0.25 },
    { label: '5 of 5', count: 30, share: 0.75 },
  ],
  without: [{ label: 'number not known', count: 4 }],
};

function show(element: ReactElement, scheme: 'light' | 'dark' = 'light', language = 'en-US') {
  const theme = themeOf(scheme);
  return {
    user: userEvent.setup(),
    ...render(
      <AppContext.Provider value={pictureApp({ language })}>
        <ThemeProvider theme={theme}>{element}</ThemeProvider>
      </AppContext.Provider>,
    ),
  };
}

const drawing = () => {
  const found = document.querySelector('svg[role="img"]');
  if (!found) throw new Error('no picture');
  return found;
};
const drawnTexts = () => [...drawing().querySelectorAll('text')].map(({ textContent }) => textContent);
const spots = () => within(screen.getByRole('group', { name: /^Points/ })).getAllByRole('button');
const spotNames = () =>
  spots().map((spot) => spot.getAttribute('aria-label')?.replace(/[\u2066-\u2069]/g, ''));

async function expectNoFaults(): Promise<void> {
  // jsdom draws nothing: contrast is reckoned from the colours.
  const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } };
  const { violations } = await axe.run(document.body, options);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
}

/** Its figures change at a press. */
function Changing() {
  const [k, setK] = useState(40);
  const series = [{ name: 'CSAT', points: [{ ...month(0), ...share(k, 50) }] }];
  return (
    <>
      <Trend {...trend} series={series} />
      <button type="button" onClick={() => setK(20)}>
        change
      </button>
    </>
  );
}

/** Files handed to the person, as name and text. */
const saved: { name: string; blob: Blob }[] = [];
beforeEach(() => {
  saved.length = 0;
  let last: Blob | null = null;
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      last = blob;
      return 'blob:picture';
    },
    revokeObjectURL: () => {},
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (last) saved.push({ name: this.download, blob: last });
  });
});

async function savedFile(): Promise<{ name: string; text: string }> {
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  const [file] = saved;
  const reader = new FileReader();
  const text = await new Promise<string>((resolve) => {
    reader.onload = () => resolve(String(reader.result));
    if (file) reader.readAsText(file.blob);
  });
  return { name: file?.name ?? '', text };
}

describe('a trend', () => {
  it('says what it shows above it, and every value with its n and interval', () => {
    show(<Trend {...trend} />);
    expect(screen.getByRole('img', { name: 'CSAT by month' }).getAttribute('aria-describedby')).toBe(
      screen.getByText('CSAT fell in March.').id,
    );
    expect(spotNames()).toEqual([
      'January 2026: 80% (40 of 50) · 95 %: 70% to 90%',
      'March 2026: 50% (3 of 6) · 95 %: 40% to 60% · below 10 answers: too few to go by',
      'April 2026: 90% (45 of 50) · 95 %: 80% to 100%',
    ]);
    expect(drawnTexts()).toEqual(expect.arrayContaining(['0%', '100%', 'Jan', 'Apr', 'Fixed: login']));
    expect(screen.getByText(/Marked: Mar 12, 2026: .*Fixed: login/)).toBeTruthy();
    expect(screen.getByText(/Hollow and grey: below 10 answers/)).toBeTruthy();
  });

  it('breaks its line where there is nothing, and draws few answers hollow', () => {
    show(<Trend {...trend} />);
    const [line] = drawing().querySelectorAll('path.visx-linepath');
    expect(line?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
    const hollow = drawing().querySelectorAll('path[transform][fill="var(--fl-bg)"]');
    expect(hollow).toHaveLength(1);
  });

  it('is one stop of the Tab key, is walked with arrows, and Enter opens the tickets of a point', async () => {
    const onOpen = vi.fn();
    const { user } = show(<Trend {...trend} onOpen={onOpen} />);
    await user.tab();
    expect(document.activeElement).toBe(spots()[0]);
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(spots()[2]);
    expect(screen.getByText(/^.?April 2026: 90% \(45 of 50\)/)).toBeTruthy();
    await user.keyboard('{ArrowLeft}{Enter}');
    expect(onOpen.mock.calls).toEqual([[month(2).from, month(2).to, 0]]);
    await user.keyboard('{Home}');
    expect(document.activeElement).toBe(spots()[0]);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Download the picture as SVG' }));
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(spots()[0]);
  });

  it('tells series apart by name, dash and shape', () => {
    const [first] = trend.series;
    const series = ['Berlin', 'Porto'].map((name) => ({ name, points: first?.points ?? [] }));
    show(<Trend {...trend} series={series} />);
    expect(drawnTexts()).toEqual(expect.arrayContaining(['Berlin', 'Porto']));
    const lines = [...drawing().querySelectorAll('path.visx-linepath')];
    expect(new Set(lines.map((line) => line.getAttribute('stroke-dasharray'))).size).toBe(2);
    expect(new Set(lines.map((line) => line.getAttribute('stroke'))).size).toBe(2);
    expect(spotNames()[3]).toMatch(/^Porto · January 2026: 80%/);
  });

  it.each([
    ['no points', []],
    ['only empty months', [{ ...month(0), ...share(0, 0) }]],
  ])('with %s says so and has nothing to walk to', (_name, list) => {
    show(<Trend {...trend} series={[{ name: 'CSAT', points: list }]} marks={[]} />);
    expect(screen.queryByRole('group', { name: /^Points/ })).toBeNull();
    expect(screen.getByText('Nothing to draw.')).toBeTruthy();
  });

  it('keeps telling the point that is pointed at when its figures change', async () => {
    const { user } = show(<Changing />);
    await user.hover(spots()[0] ?? document.body);
    expect(screen.getByText(/^January 2026: 80%/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'change' }));
    expect(screen.getByText(/^January 2026: 40%/)).toBeTruthy();
  });
});

describe('the other pictures', () => {
  it('a distribution says k of n at every bar, and what is not on the scale', async () => {
    const onOpen = vi.fn();
    const { user } = show(<Distribution {...distribution} onOpen={onOpen} />);
    expect(drawnTexts()).toEqual(['1 of 5', '10 of 40 · 25%', '5 of 5', '30 of 40 · 75%']);
    expect(screen.getByText(/Not on the scale: .*number not known.*: 4\./)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /5 of 5.*: 30 of 40/ }));
    expect(onOpen).toHaveBeenCalledWith(1);
  });

  it('a comparison says when a row has no data', () => {
    show(<Compare {...compare} />);
    expect(spotNames()).toEqual(['Before: 3.2 (n = 40) · 95 %: 2.9 to 3.5', 'After: no data']);
    expect(drawnTexts()).toEqual(expect.arrayContaining(['3.2 (n = 40)', 'no data', '1.0', '5.0']));
  });

  it('a map names its corners and who is in the one it is for', () => {
    show(<QuadrantMap {...map} />);
    expect(drawnTexts()).toEqual(
      expect.arrayContaining([
        'Nice team, hard process',
        'Nice team, easy process',
        'Poor rating, hard process',
        'Poor rating, easy process',
        'transfers',
      ]),
    );
    expect(screen.getByText(/^Nice team, hard process: .?transfers.?\.$/)).toBeTruthy();
    expect(screen.getByText(/^One has no answers to one of the two questions/)).toBeTruthy();
    expect(spotNames()).toContain(
      'rare: CSAT 80% (4 of 5) · easy 75% (3 of 4) · feedbacks: 9 · below 10 answers: too few to go by',
    );
  });

  it('a map of 40 topics has a point for each, and names all of them in its table', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      point(`topic ${index}`, [(index * 7) % 40, 40], [(index * 13) % 40, 40]),
    );
    const { user } = show(<QuadrantMap {...map} points={many} />);
    expect(new Set(spotNames()).size).toBe(40);
    await user.click(screen.getByText('As a table'));
    expect(screen.getAllByRole('row')).toHaveLength(41);
  });
});

describe('the table', () => {
  it('holds what the picture shows, and opens the tickets of a row', async () => {
    const onOpen = vi.fn();
    const { user } = show(<Trend {...trend} onOpen={onOpen} />);
    await user.click(screen.getByText('As a table'));
    const table = screen.getByRole('table');
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(rows).toEqual([
      ['Period', 'Value', 'n', '95 %, from', '95 %, to'],
      ['January 2026', '80%', '50', '70%', '90%'],
      ['February 2026', '–', '0', '–', '–'],
      ['March 2026', '50%', '6', '40%', '60%'],
      ['April 2026', '90%', '50', '80%', '100%'],
    ]);
    await user.click(within(table).getByRole('button', { name: /90%, .?April 2026/ }));
    expect(onOpen).toHaveBeenCalledWith(month(3).from, month(3).to, 0);
  });

  it('has the whole of a name the picture cuts, as text only', async () => {
    const { user } = show(<QuadrantMap {...map} points={[point(hostile, [45, 50], [10, 40])]} />);
    await user.click(screen.getByText('As a table'));
    expect(screen.getByRole('rowheader').textContent).toBe(hostile);
    expect(document.querySelector('script')).toBeNull();
    expect(drawnTexts().some((text) => text?.startsWith('=HYPER') && text.endsWith('…'))).toBe(true);
  });

  it('is written in the person’s language', async () => {
    const { user } = show(<Trend {...trend} />, 'light', 'de-DE');
    await user.click(screen.getByText('Als Tabelle'));
    const [, january] = screen.getAllByRole('row');
    expect(january?.textContent).toBe('Januar 2026' + '80\u00a0%' + '50' + '70\u00a0%' + '90\u00a0%');
    expect(drawnTexts()).toContain('Jan');
  });
});

describe('the files', () => {
  it.each(['light', 'dark'] as const)('a picture of the %s scheme stands alone', async (scheme) => {
    const topics = [...points, point(hostile, [45, 50], [12, 40])];
    const { user } = show(<QuadrantMap {...map} points={topics} onOpen={() => {}} />, scheme);
    await user.click(screen.getByRole('button', { name: 'Download the picture as SVG' }));
    const { name, text } = await savedFile();
    expect(name).toBe('nice-team-hard-process.svg');
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(read.querySelector('parsererror')).toBeNull();
    const root = read.documentElement;
    expect([root.localName, root.namespaceURI]).toEqual(['svg', 'http://www.w3.org/2000/svg']);
    expect(root.getAttribute('viewBox')).toMatch(/^-16 -60 \d+ \d+$/);
    expect(read.querySelector('title')?.textContent).toBe(map.title);
    expect(read.querySelector('desc')?.textContent).toContain(map.sentence);
    const seen = [...read.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(seen.slice(0, 2)).toEqual([map.title, map.sentence]);
    const elements = [...read.querySelectorAll('*')];
    expect(new Set(elements.map(({ localName }) => localName))).toEqual(
      new Set(['svg', 'title', 'desc', 'rect', 'g', 'line', 'path', 'text']),
    );
    const attributes = elements.flatMap((element) => [...element.attributes]);
    const values = attributes.filter(({ name: of }) => of !== 'xmlns').map(({ value }) => value);
    expect(values.filter((value) => /var\(|url\(|currentColor|https?:|javascript:/.test(value))).toEqual([]);
    expect(attributes.filter(({ name: of }) => /^on|href|style|class|^id$/.test(of))).toEqual([]);
    const paper = read.querySelector('rect');
    expect(paper?.getAttribute('fill')).toBe(scheme === 'light' ? '#fff' : '#151a1e');
    expect([...read.querySelectorAll('text')].some((one) => one.textContent?.startsWith('=HYPER'))).toBe(
      true,
    );
  });

  it('letters XML has no place for are left out of it', async () => {
    const title = 'a\u0000b\u0008c\ud800d\uffff';
    const { user } = show(<Trend {...trend} title={title} marks={[]} />);
    await user.click(screen.getByRole('button', { name: 'Download the picture as SVG' }));
    const { text } = await savedFile();
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(read.querySelector('parsererror')).toBeNull();
    expect(read.querySelector('title')?.textContent).toBe('a b c d ');
  });

  it('the figures are raw, and no name becomes a formula', async () => {
    const first = trend.series[0]?.points ?? [];
    const names = ['=1+1', '\u2068@SUM(A1)\u2069'];
    const { user } = show(<Trend {...trend} series={names.map((name) => ({ name, points: first }))} />);
    await user.click(screen.getByRole('button', { name: 'Download its figures as CSV' }));
    const { name, text } = await savedFile();
    expect(name).toBe('csat-by-month.csv');
    const lines = text.replace('\ufeff', '').split('\r\n');
    expect(lines[0]).toBe('Series,Period,Value,n,"95 %, from","95 %, to"');
    expect(lines[1]).toBe(`"'=1+1",2026-01-01T00:00:00.000Z/2026-02-01T00:00:00.000Z,0.8,50,0.7,0.9`);
    expect(lines[2]).toBe(`"'=1+1",2026-02-01T00:00:00.000Z/2026-03-01T00:00:00.000Z,,0,,`);
    expect(lines[5]).toMatch(/^"'@SUM\(A1\)",/);
  });
});

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  it('all of them have no fault axe could find', async () => {
    const { user } = show(
      <main>
        <h1>Insights</h1>
        <h2>Pictures</h2>
        <Trend {...trend} onOpen={() => {}} />
        <Distribution {...distribution} onOpen={() => {}} />
        <QuadrantMap {...map} onOpen={() => {}} />
        <Compare {...compare} />
      </main>,
      scheme,
    );
    for (const fold of screen.getAllByText('As a table')) await user.click(fold);
    expect(screen.getAllByRole('table')).toHaveLength(4);
    await expectNoFaults();
  });

  it('every colour that is drawn in is one the scheme has', () => {
    show(
      <>
        <Trend {...trend} />
        <QuadrantMap {...map} />
      </>,
      scheme,
    );
    const drawnIn = new Set(
      [...document.querySelectorAll('svg[role="img"] *')].flatMap((element) =>
        ['fill', 'stroke'].map((name) => element.getAttribute(name) ?? 'none'),
      ),
    );
    const wrapper = getComputedStyle(drawing().closest('section') ?? document.body);
    for (const color of drawnIn) {
      const variable = /^var\((--[\w-]+)\)$/.exec(color)?.[1];
      if (variable) expect(wrapper.getPropertyValue(variable), variable).toMatch(/^#/);
      else expect(color).toMatch(/^(none|transparent)$/);
    }
  });
});
