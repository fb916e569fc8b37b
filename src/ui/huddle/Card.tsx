/** One item, as big as the room needs it. */
import type { ReactNode } from 'react';
import styled, { css } from 'styled-components';
import type { HuddleItem, HuddleView } from '../../actions/readHuddle.ts';
import type { Slot } from '../../care/huddle/huddle.ts';
import { oldestDays } from '../../care/huddle/pick.ts';
import { isolate } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { causeOf, scoresOf, whenOf } from './huddleText.ts';

/** Long words get smaller letters before they get a bar to scroll with. */
const sizes = [
  { most: 110, page: 30, show: 4.6 },
  { most: 240, page: 25, show: 3.4 },
  { most: 500, page: 20, show: 2.5 },
  { most: Number.POSITIVE_INFINITY, page: 17, show: 1.8 },
];
const smallest = { most: 0, page: 17, show: 1.8 };

const Box = styled.article<{ $isShown: boolean }>`
  display: flex;
  flex-direction: column;
  gap: ${({ $isShown }) => ($isShown ? '2.4vmin' : '12px')};
  min-width: 0;
  min-height: 0;
  padding: ${({ $isShown }) => ($isShown ? '3vmin' : '18px 20px')};
  border: 1px solid var(--fl-line);
  border-radius: 8px;
  background: var(--fl-recessed);
  ${({ $isShown }) => $isShown && css`overflow-y: auto;`}
`;

const Head = styled.h2<{ $isShown: boolean }>`
  && {
    font-size: ${({ $isShown }) => ($isShown ? 'clamp(20px, 2vw, 44px)' : '15px')};
    line-height: 1.3;
    font-weight: 600;
  }
`;

const Words = styled.blockquote<{ $length: number; $isShown: boolean }>`
  margin: 0;
  flex: 1;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  unicode-bidi: isolate;
  line-height: 1.3;
  font-weight: 500;
  font-size: ${({ $length, $isShown }) => {
    const { page, show } = sizes.find(({ most }) => $length <= most) ?? smallest;
    return $isShown ? `clamp(${page}px, ${show}vw, 110px)` : `clamp(17px, 2.4vw, ${page}px)`;
  }};
`;

const Told = styled.p<{ $isShown: boolean }>`
  font-size: ${({ $isShown }) => ($isShown ? 'clamp(18px, 1.8vw, 40px)' : '15px')};
  line-height: 1.35;
  overflow-wrap: anywhere;
`;

interface Props {
  view: HuddleView;
  slot: Slot;
  /** For the room: as big as the screen allows, and nothing to press. */
  isShown?: boolean;
  children?: ReactNode;
}

export function Card({ view, slot, isShown = false, children }: Props) {
  const { t } = useApp();
  const item = view.items[slot];
  return (
    <Box $isShown={isShown} aria-label={t(`huddle.${slot}`)}>
      <Head $isShown={isShown}>{t(`huddle.${slot}`)}</Head>
      {item !== null && item !== 'gone' ? (
        <Content item={item} today={view.day} isShown={isShown} />
      ) : (
        <Told $isShown={isShown}>{emptyText()}</Told>
      )}
      {children}
    </Box>
  );

  function emptyText(): string {
    if (item === 'gone') return t('huddle.gone');
    if (view.huddle.skipped.includes(slot)) return t('huddle.skipped');
    return t(slot === 'positive' ? 'huddle.no_positive' : 'huddle.no_constructive', { days: oldestDays });
  }
}

function Content({ item, today, isShown }: { item: HuddleItem; today: string; isShown: boolean }) {
  const { t, locale } = useApp();
  const { words, isWithheld, agentName } = item;
  const bare = t(isWithheld ? 'huddle.withheld' : 'huddle.no_words');
  const about = [...scoresOf(t, locale, item), causeOf(t, item)].filter((text) => text !== null).join(' · ');
  return (
    <>
      <Words $length={words?.length ?? 0} $isShown={isShown} dir="auto" aria-label={t('score.comment')}>
        {words ?? bare}
      </Words>
      {agentName !== null && (
        <Told $isShown={isShown}>
          <strong>
            {t(item.slot === 'positive' ? 'huddle.thanks_to' : 'huddle.about', { name: isolate(agentName) })}
          </strong>
        </Told>
      )}
      <Told $isShown={isShown}>{about}</Told>
      <Quiet as="p" style={isShown ? { fontSize: 'clamp(16px, 1.6vw, 34px)', lineHeight: 1.35 } : undefined}>
        {whenOf(t, locale, item, today)}
      </Quiet>
    </>
  );
}
