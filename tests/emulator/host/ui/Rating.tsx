import styled from 'styled-components';
import { icons } from './icons.ts';
import { color } from './look.ts';
import { SafeSvg } from './SafeSvg.tsx';
import { words } from './words.ts';

const Line = styled.span<{ $tone: string }>`
  display: inline-flex;
  align-items: center;
  gap: 6px;
  color: ${({ $tone, theme }) => color(`foreground.${$tone}`)({ theme })};
  white-space: nowrap;
`;

const looks: Record<string, { tone: string; icon: string }> = {
  good: { tone: 'success', icon: icons.thumbsUp },
  bad: { tone: 'danger', icon: icons.thumbsDown },
  offered: { tone: 'subtle', icon: icons.clock },
};

/** Zendesk's own good / bad / offered of a ticket. */
export function Rating({ score }: { score: string | null }) {
  const base = score?.replace(/with(out)?_?comment$/, '') ?? '';
  const look = looks[base];
  if (!look) return <>{words.none}</>;
  return (
    <Line $tone={look.tone}>
      <SafeSvg markup={look.icon} size={14} />
      {words.views.ratings[base]}
    </Line>
  );
}
