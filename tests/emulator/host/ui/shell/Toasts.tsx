import { Close, Notification, Title } from '@zendeskgarden/react-notifications';
import { Fragment } from 'react';
import styled from 'styled-components';
import type { Toast, ToastPart } from '../../desk.ts';
import { parseRoute } from '../../deskRoutes.ts';
import { useDesk } from '../DeskContext.tsx';
import { Link } from '../Link.tsx';
import { TextLink } from '../look.ts';
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
  && a {
    text-decoration: underline;
  }
`;

const kinds = { notice: 'success', alert: 'warning', error: 'error' } as const;

/** Into the workspace, or out of it in a tab of its own. */
function ToastLink({ href, text }: { href: string; text: string }) {
  if (/^https?:/i.test(href)) {
    return (
      <a href={href} target="_blank" rel="noreferrer">
        {text}
      </a>
    );
  }
  const { pathname, search } = new URL(href.replace(/^#/, '/agent'), location.origin);
  return <Link to={parseRoute(pathname, search)}>{text}</Link>;
}

function Linked({ parts }: { parts: ToastPart[] }) {
  return parts.map(({ text, href }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a notice never change
    <Fragment key={index}>
      {href === null ? (
        text
      ) : (
        <TextLink>
          <ToastLink href={href} text={text} />
        </TextLink>
      )}
    </Fragment>
  ));
}

function ToastItem({ toast }: { toast: Toast }) {
  const desk = useDesk();
  return (
    <Notification type={kinds[toast.kind]} role={toast.kind === 'error' ? 'alert' : 'status'}>
      <Title isRegular>{toast.parts ? <Linked parts={toast.parts} /> : toast.message}</Title>
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
