/** A page of its own beside the cases: its name, the way to the others, and what it shows. */
import { type ReactNode, useEffect, useRef } from 'react';
import styled from 'styled-components';
import { Line, Stack } from './layout.ts';
import { PageTabs } from './PageTabs.tsx';
import type { PageName } from './pages.ts';

const Paper = styled(Stack)`
  flex: 1;
  width: min(1180px, 100%);
  margin: 0 auto;
  padding: 12px 20px 32px;
  overflow-y: auto;
  @media (max-width: 600px) { padding: 10px 14px 24px; button[data-garden-id] { min-height: 40px; } }
  @media print { width: 100%; padding: 0; overflow: visible; nav, .no-print { display: none; } }
`;

const Name = styled.h1`
  && { font-size: 18px; line-height: 24px; font-weight: 600; }
`;

interface Props {
  page: PageName;
  title: string;
  onPage: (page: PageName) => void;
  /** Beside the title: how old it is, how to read it again. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The title has the focus when the page opens. */
export function Sheet({ page, title, onPage, aside, children }: Props) {
  const name = useRef<HTMLHeadingElement>(null);
  useEffect(() => name.current?.focus(), []);
  return (
    <Paper $gap={16}>
      <PageTabs page={page} onPage={onPage} />
      <Line style={{ justifyContent: 'space-between' }}>
        <Name ref={name} tabIndex={-1}>
          {title}
        </Name>
        <Line>{aside}</Line>
      </Line>
      {children}
    </Paper>
  );
}
