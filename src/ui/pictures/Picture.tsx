/** The frame every picture stands in: what it says, the drawing, the value under the finger, its table, its files. */
import { Button } from '@zendeskgarden/react-buttons';
import { DEFAULT_THEME, type IGardenTheme } from '@zendeskgarden/react-theming';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import styled, { useTheme } from 'styled-components';
import { asFailure, type Failure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { PictureTable } from './PictureTable.tsx';
import { colorsOf, pictureVariables, printVariables } from './palette.ts';
import { type Spot, Spots, type Step } from './Spots.tsx';
import { fileName, saveCsv } from './saveCsv.ts';
import { saveSvg, svgText } from './saveSvg.ts';
import { useWidth } from './useWidth.ts';

const Paper = styled(Stack)<{ $variables: string }>`
  ${({ $variables }) => $variables}
  @media print {
    ${printVariables}
    color: var(--fl-text);
    background: var(--fl-bg);
    break-inside: avoid;
    print-color-adjust: exact;
    .on-screen { display: none; }
  }
`;

const Drawing = styled.div`
  position: relative;
  width: 100%;
  svg { display: block; width: 100%; height: auto; overflow: visible; user-select: none; }
`;

const Kicker = styled(Title)`
  && { color: var(--fl-quiet); font-size: 13px; line-height: 18px; }
`;

const Sentence = styled.p`
  max-width: 80ch;
  font-size: 16px;
  line-height: 22px;
  overflow-wrap: anywhere;
`;

/** What is told at the left, what can be taken at the right; below it on a narrow page. */
const Foot = styled.div`
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 4px 16px;
  > p { flex: 1 1 260px; }
`;

/** Has its room from the start, so that nothing moves when a value comes. */
const Told = styled.p`
  min-height: 20px;
  overflow-wrap: anywhere;
  font-variant-numeric: tabular-nums;
  @media (max-width: 600px) { min-height: 40px; }
  &[data-rest] { color: var(--fl-quiet); font-size: 13px; }
`;

const Fold = styled.details`
  summary { width: fit-content; cursor: pointer; color: var(--fl-quiet); font-size: 13px; border-radius: 2px; }
  &[open] summary { margin-block-end: 6px; }
  @media print { &:not([open]), summary { display: none; } }
`;

/** What is drawn for a width, in pixels. */
export interface Drawn {
  height: number;
  /**
   * Elements of an SVG `width` by `height`; colours as `var(--fl-…)` attributes, so that they can leave the page.
   * `active` is the key of the spot that is pointed at, to be brought out.
   */
  marks: (active: string | null) => ReactNode;
  spots: readonly Spot[];
  step?: Step;
}

interface Props {
  title: string;
  sentence: string;
  table: PictureTable;
  draw: (width: number) => Drawn;
  /** What stands under the drawing always: what it leaves out. */
  notes?: readonly string[];
  canOpen: boolean;
  /** Where the drawing itself says every value, it is not said again below. */
  saysAll?: boolean;
}

export function Picture({ title, sentence, table, draw, notes = [], canOpen, saysAll = false }: Props) {
  const { t } = useApp();
  const theme = (useTheme() as IGardenTheme | undefined) ?? DEFAULT_THEME;
  const titleId = useId();
  const sentenceId = useId();
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const width = useWidth(place);
  const [active, setActive] = useState<string | null>(null);
  const { height, marks, spots, step } = useMemo(() => draw(width), [draw, width]);
  const told = spots.find(({ key }) => key === active);
  const file = fileName(title);
  const onSvg = () => {
    if (!drawing.current) return;
    const texts = { title, sentence, description: [sentence, ...notes].join(' ') };
    saveSvg(file, svgText(drawing.current, colorsOf(theme), texts));
  };
  return (
    <Paper as="section" aria-labelledby={titleId} $gap={8} $variables={pictureVariables(theme)}>
      <Kicker as="h3" id={titleId} dir="auto">
        {title}
      </Kicker>
      <Sentence id={sentenceId} dir="auto">
        {sentence}
      </Sentence>
      <Drawing ref={place} dir="ltr">
        <svg
          ref={drawing}
          role="img"
          aria-label={title}
          aria-describedby={sentenceId}
          viewBox={`0 0 ${width} ${height}`}
        >
          {marks(active)}
        </svg>
        <Spots
          width={width}
          height={height}
          name={t(canOpen ? 'picture.points_open' : 'picture.points')}
          spots={spots}
          {...(step && { step })}
          onActive={(index) => setActive(spots[index]?.key ?? null)}
        />
      </Drawing>
      <Foot className="on-screen">
        {saysAll && spots.length > 0 ? (
          <span />
        ) : (
          <Told dir="auto" data-rest={told ? undefined : ''}>
            {told?.label ?? (spots.length > 0 ? t('picture.rest') : t('picture.empty'))}
          </Told>
        )}
        <Files onSvg={onSvg} onCsv={() => saveCsv(file, table)} />
      </Foot>
      {notes.map((note) => (
        <Quiet key={note} dir="auto">
          {note}
        </Quiet>
      ))}
      {table.rows.length > 0 && (
        <Fold>
          <summary>{t('picture.table')}</summary>
          <PictureTable title={title} table={table} />
        </Fold>
      )}
    </Paper>
  );
}

function Files({ onSvg, onCsv }: { onSvg: () => void; onCsv: () => Promise<void> }) {
  const { t } = useApp();
  const [failure, setFailure] = useState<Failure | null>(null);
  const onSave = async () => {
    setFailure(null);
    await onCsv().catch((cause: unknown) => setFailure(asFailure(cause)));
  };
  return (
    <Stack $gap={6}>
      <Line $gap={4}>
        <Button size="small" isBasic onClick={onSvg} aria-label={t('picture.save_svg')}>
          {t('picture.svg')}
        </Button>
        <Button size="small" isBasic onClick={() => void onSave()} aria-label={t('picture.save_csv')}>
          {t('picture.csv')}
        </Button>
      </Line>
      {failure && <FailureNote kind={failure.kind} title={t('picture.not_saved')} />}
    </Stack>
  );
}
