import { Group } from '@visx/group';
import { Line } from '@visx/shape';
import { useApp } from '../useApp.ts';
import { letters } from './axisRoom.ts';
import { BottomAxis } from './BottomAxis.tsx';
import { LeftAxis } from './LeftAxis.tsx';
import { diamond, Marker } from './Marker.tsx';
import { toneOf } from './palette.ts';
import { type CornerPlace, cornerLine, type PlacedTopic, type quadrantLayout } from './quadrantLayout.ts';
import { textWidth } from './textSize.ts';
import { axisTexts } from './values.ts';

const highlight = toneOf(1);

interface Props {
  layout: ReturnType<typeof quadrantLayout>;
  left: number;
  width: number;
  active: string | null;
}

/** What the map is drawn of, from the back to the front: big topics behind small ones, the one pointed at on top. */
export function QuadrantMarks({ layout, left, width, active }: Props) {
  const app = useApp();
  const { t } = app;
  const { x, y, ticks, top, foot, right, corners, placed } = layout;
  const texts = axisTexts(app, 'share', ticks);
  const long = t('picture.axis_easy');
  const below = textWidth(long, letters) > right - left ? t('picture.axis_easy_short') : long;
  const ordered = [...placed].sort(
    (a, b) => Number(String(a.index) === active) - Number(String(b.index) === active) || b.r - a.r,
  );
  return (
    <>
      {corners.map((corner) => (
        <Field key={corner.corner} place={corner} />
      ))}
      <Group>
        {ticks.map((tick) => (
          <Line
            key={tick}
            from={{ x: x(tick), y: top }}
            to={{ x: x(tick), y: foot }}
            stroke="var(--fl-line)"
          />
        ))}
      </Group>
      <LeftAxis hasFloor={false} scale={y} ticks={ticks} left={left} width={right - left} texts={texts} />
      <Splits corners={corners} />

      <text x={0} y={11} fontSize={letters} fill="var(--fl-quiet)">
        {t('picture.axis_csat')}
      </text>
      <BottomAxis scale={x} ticks={ticks} top={foot} end={width} texts={texts} />
      <text
        x={(left + right) / 2}
        y={foot + 42}
        fontSize={letters}
        textAnchor="middle"
        fill="var(--fl-quiet)"
      >
        {below}
      </text>
      {corners.map((corner) => (
        <CornerName key={corner.corner} place={corner} />
      ))}
      {ordered.map((topic) => (
        <Whiskers key={topic.index} topic={topic} isActive={String(topic.index) === active} />
      ))}
      {ordered.map((topic) => (
        <Topic key={topic.index} topic={topic} isActive={String(topic.index) === active} />
      ))}
      {ordered.map((topic) => (
        <Name key={topic.index} topic={topic} />
      ))}
    </>
  );
}

function Field({ place: { corner, left, right, top, bottom } }: { place: CornerPlace }) {
  if (corner !== 'nice_hard') return null;
  return (
    <rect
      x={left}
      y={top}
      width={Math.max(0, right - left)}
      height={Math.max(0, bottom - top)}
      fill={highlight}
      fillOpacity={0.1}
    />
  );
}

function CornerName({ place: { corner, lines, size, textX, textY, anchor } }: { place: CornerPlace }) {
  const isFocus = corner === 'nice_hard';
  return (
    <>
      {lines.map((line, index) => (
        <text
          key={line}
          x={textX}
          y={textY + index * cornerLine}
          fontSize={size}
          fontWeight={isFocus ? '700' : '400'}
          textAnchor={anchor}
          fill={isFocus ? 'var(--fl-text)' : 'var(--fl-quiet)'}
        >
          {line}
        </text>
      ))}
    </>
  );
}

/** Between good and bad, hard and easy. */
function Splits({ corners }: { corners: readonly CornerPlace[] }) {
  const [niceHard, , , poorEasy] = corners;
  if (!niceHard || !poorEasy) return null;
  const { right: x, bottom: y } = niceHard;
  const look = { stroke: 'var(--fl-strong)', strokeWidth: 1.25, strokeDasharray: '6 4' };
  return (
    <>
      <Line from={{ x, y: niceHard.top }} to={{ x, y: poorEasy.bottom }} {...look} />
      <Line from={{ x: niceHard.left, y }} to={{ x: poorEasy.right, y }} {...look} />
    </>
  );
}

const colorOf = ({ corner, isFaint }: PlacedTopic) =>
  isFaint ? 'var(--fl-strong)' : corner === 'nice_hard' ? highlight : toneOf(0);

/** Thin, so that forty of them are still to be seen through. */
function Whiskers({ topic, isActive }: { topic: PlacedTopic; isActive: boolean }) {
  const { x, y, across, up, isFaint } = topic;
  const path = [across && `M${across[0]},${y}H${across[1]}`, up && `M${x},${up[0]}V${up[1]}`]
    .filter((part) => part !== null)
    .join('');
  if (path === '' || (isFaint && !isActive)) return null;
  return (
    <path
      d={path}
      stroke={colorOf(topic)}
      strokeWidth={isActive ? 2.5 : 1}
      strokeOpacity={isActive ? 1 : 0.75}
      fill="none"
    />
  );
}

/** The corner this map is for has diamonds: it is told by shape and label, not by colour. */
function Topic({ topic, isActive }: { topic: PlacedTopic; isActive: boolean }) {
  const { x, y, r, corner, isFaint } = topic;
  return (
    <Marker
      shape={corner === 'nice_hard' ? diamond : 0}
      x={x}
      y={y}
      r={isActive ? r + 2 : r}
      color={colorOf(topic)}
      isFaint={isFaint}
    />
  );
}

function Name({ topic: { label, text, isFaint } }: { topic: PlacedTopic }) {
  if (!label) return null;
  return (
    <text
      x={label.x}
      y={label.y}
      fontSize={letters}
      textAnchor={label.anchor}
      fill={isFaint ? 'var(--fl-quiet)' : 'var(--fl-text)'}
      stroke="var(--fl-bg)"
      strokeWidth={3}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {text}
    </text>
  );
}
