import { Body, Close, Header, Modal } from '@zendeskgarden/react-modals';
import { useMemo } from 'react';
import type { AppInstance } from '../../zaf/types.ts';
import { words } from '../words.ts';
import { FrameSlot } from './FrameSlot.tsx';
import { useZaf } from './ZafContext.tsx';

/** Pixels of dialog around the frame: header, padding, border. */
const chromeHeight = 72;

function AppModal({ instance }: { instance: AppInstance }) {
  const zaf = useZaf();
  const { guid, app, size } = instance;
  const context = useMemo(() => ({ instanceGuid: guid }), [guid]);
  return (
    <Modal
      onClose={() => zaf.closeModal(guid)}
      style={{ width: size.width ?? undefined, maxWidth: '96vw', maxHeight: '96vh' }}
      isAnimated={false}
    >
      <Header tag="h2">{app.name}</Header>
      <Body
        style={{ padding: 0, maxHeight: `calc(96vh - ${chromeHeight}px)`, overflow: 'auto', display: 'flex' }}
      >
        <FrameSlot app={app} location="modal" context={context} isVisible />
      </Body>
      <Close aria-label={words.close} />
    </Modal>
  );
}

/** The dialogs apps have opened, newest on top. */
export function AppModals() {
  const zaf = useZaf();
  return zaf.modals().map((instance) => <AppModal key={instance.guid} instance={instance} />);
}
