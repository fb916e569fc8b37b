import { Button } from '@zendeskgarden/react-buttons';
import { type KeyboardEvent, type PropsWithChildren, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import styled from 'styled-components';
import { Line, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';

const Shade = styled.div`
  position: fixed;
  inset: 0;
  z-index: 20;
  display: grid;
  justify-items: end;
  background: rgb(0 0 0 / 40%);
  @media print { display: none; }
`;

const Box = styled.section`
  width: min(860px, 100%);
  height: 100%;
  overflow-y: auto;
  padding: 16px 20px 32px;
  background: var(--fl-bg);
  color: var(--fl-text);
  overflow-wrap: anywhere;
  @media (max-width: 600px) { padding: 12px 14px 24px; button[data-garden-id] { min-height: 40px; } }
`;

const Name = styled.h2`
  && { font-size: 16px; line-height: 22px; font-weight: 600; }
  flex: 1;
`;

const focusable = 'button, a[href], input, select, textarea, summary, [tabindex="0"]';

/** Over the page until it is closed: the focus stays in it, Escape closes it, and the focus goes back to where it was. */
export function Dialog({
  title,
  onClose,
  children,
}: PropsWithChildren<{ title: string; onClose: () => void }>) {
  const { t } = useApp();
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const name = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    name.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    if (event.key === 'Tab') keepInside(event, box.current);
  };
  return createPortal(
    <Shade onPointerDown={({ target, currentTarget }) => target === currentTarget && onClose()}>
      <Box ref={box} role="dialog" aria-modal="true" aria-labelledby={id} onKeyDown={onKeyDown}>
        <Stack $gap={12}>
          <Line style={{ flexWrap: 'nowrap' }}>
            <Name id={id} ref={name} tabIndex={-1}>
              {title}
            </Name>
            <Button size="small" onClick={onClose}>
              {t('insights.close')}
            </Button>
          </Line>
          {children}
        </Stack>
      </Box>
    </Shade>,
    document.body,
  );
}

/** From the last control on to the first, and back. */
function keepInside(event: KeyboardEvent, box: HTMLElement | null): void {
  const controls = [...(box?.querySelectorAll<HTMLElement>(focusable) ?? [])];
  const [first, last] = [controls[0], controls.at(-1)];
  const active = document.activeElement;
  const isAtStart = active === first || !controls.includes(active as HTMLElement);
  const heir = event.shiftKey ? isAtStart && last : active === last && first;
  if (!heir) return;
  event.preventDefault();
  heir.focus();
}
