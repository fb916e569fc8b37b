import { IconButton } from '@zendeskgarden/react-buttons';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import styled from 'styled-components';
import { icons } from '../icons.ts';
import { color, Quiet } from '../look.ts';
import { SafeSvg } from '../SafeSvg.tsx';
import { words } from '../words.ts';
import { AccountSection } from './AccountSection.tsx';
import { ClockSection } from './ClockSection.tsx';
import { LogSection } from './LogSection.tsx';
import { LookSection } from './LookSection.tsx';
import { NetworkSection } from './NetworkSection.tsx';
import { OutgoingSection } from './OutgoingSection.tsx';
import { PersonSection } from './PersonSection.tsx';
import { ServerSection } from './ServerSection.tsx';
import { UnknownsSection } from './UnknownsSection.tsx';
import { useAction } from './useAction.ts';

/* It lies over the page, at the rail's side, so that no app's pane moves when it opens. */
const Drawer = styled.section`
  position: absolute;
  inset-block: 0;
  inset-inline-start: 0;
  z-index: 10;
  width: min(360px, 100%);
  overflow-y: auto;
  background: ${color('background.raised')};
  border-inline-end: 1px solid ${color('border.default')};
  box-shadow: 8px 0 24px ${color('shadow.large')};
`;
const Head = styled.header`
  position: sticky;
  inset-block-start: 0;
  z-index: 1;
  display: flex;
  align-items: center;
  gap: 8px;
  padding: 8px 8px 8px 16px;
  background: ${color('background.raised')};
  border-bottom: 1px solid ${color('border.default')};
  h2 {
    flex: 1;
    margin: 0;
    font-size: 16px;
    &:focus {
      outline: none;
    }
  }
`;
const Outcome = styled(Quiet)<{ $isProblem: boolean }>`
  && {
    color: ${({ $isProblem, theme }) => color($isProblem ? 'foreground.danger' : 'foreground.subtle')({ theme })};
  }
`;

/** Everything the emulator can be told, in one drawer that leaves the page usable. */
export function Panel({ onClose }: { onClose: () => void }) {
  const action = useAction();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <Drawer aria-label={words.panel.title} onKeyDown={onKeyDown}>
      <Head>
        <h2 ref={title} tabIndex={-1}>
          {words.panel.title}
        </h2>
        <Outcome role="status" $isProblem={action.outcome?.isProblem ?? false}>
          {action.outcome?.sentence}
        </Outcome>
        <IconButton size="small" aria-label={words.close} onClick={onClose}>
          <SafeSvg markup={icons.close} />
        </IconButton>
      </Head>
      <PersonSection />
      <AccountSection action={action} />
      <ClockSection action={action} />
      <LookSection />
      <NetworkSection action={action} />
      <UnknownsSection action={action} />
      <ServerSection action={action} />
      <OutgoingSection />
      <LogSection />
    </Drawer>
  );
}
