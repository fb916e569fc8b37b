import { Close, Notification, Title } from '@zendeskgarden/react-notifications';
import styled from 'styled-components';
import type { Toast } from '../../desk.ts';
import { useDesk } from '../DeskContext.tsx';
import { words } from '../words.ts';

const Stack = styled.section`
  position: fixed;
  inset-block-start: 56px;
  inset-inline-end: 16px;
  z-index: 500;
  display: flex;
  flex-direction: column;
  gap: 8px;
  width: min(360px, calc(100vw - 32px));
  pointer-events: none;
  > * {
    pointer-events: auto;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
`;

const kinds = { notice: 'success', alert: 'warning', error: 'error' } as const;

function ToastItem({ toast }: { toast: Toast }) {
  const desk = useDesk();
  return (
    <Notification type={kinds[toast.kind]} role={toast.kind === 'error' ? 'alert' : 'status'}>
      <Title isRegular>{toast.message}</Title>
      <Close aria-label={words.toasts.dismiss} onClick={() => desk.dismiss(toast.id)} />
    </Notification>
  );
}

/** What apps and the workspace tell the person, each for its own time. */
export function Toasts() {
  const toasts = useDesk().toasts();
  return (
    <Stack aria-label={words.toasts.label}>
      {toasts.map((toast) => (
        <ToastItem key={toast.id} toast={toast} />
      ))}
    </Stack>
  );
}
