import { Button } from '@zendeskgarden/react-buttons';
import { type ReactNode, useState } from 'react';
import styled from 'styled-components';
import { encodeQuery, facets, type Query } from '../../care/query.ts';
import { Quiet } from '../layout.ts';
import type { Column } from '../triage/column.ts';
import { narrow } from '../triage/layout.ts';
import type { Cases } from '../triage/useCases.ts';
import { useIsNarrow } from '../triage/useIsNarrow.ts';
import { useApp } from '../useApp.ts';
import { CopyLink } from '../views/CopyLink.tsx';
import { Anchor, Sheet } from '../views/Sheet.tsx';
import { Chips } from './Chips.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { Export } from './Export.tsx';
import { Filters } from './Filters.tsx';
import { Reading } from './Reading.tsx';
import { Search } from './Search.tsx';
import { usePlaces } from './usePlaces.ts';

const Row = styled.div`
  display: flex;
  align-items: center;
  gap: 8px;
  min-height: 48px;
  padding: 4px 20px;
  ${narrow} { padding: 4px 14px; button { flex: none; min-height: 44px; } }
`;

export interface QueueBarProps {
  cases: Cases;
  query: Query;
  onQuery: (query: Query) => void;
  columns: readonly Column[];
  onColumns: (columns: readonly Column[]) => void;
  /** Single keys mean something. */
  hasKeys: boolean;
}

/** A link always names its view, or there would be nothing to follow. */
const placeOf = (query: Query) => `queue/${encodeQuery(query) || `v${query.view}`}`;

/** Search, filters, columns, what can be taken away of the list, and how much of it was read. */
export function QueueBar(props: QueueBarProps) {
  const { cases, query, onQuery } = props;
  const { t } = useApp();
  // A card has no columns, and a phone no spreadsheet; the link is in its page's own menu.
  const isNarrow = useIsNarrow();
  usePlaces(props);
  const chosen = facets.reduce((sum, facet) => sum + query[facet].length, 0);
  const place = placeOf(query);
  return (
    <>
      <Row role="search" aria-label={t('queue.title')}>
        <Search {...props} />
        <Opener
          label={chosen > 0 ? t('queue.filter_count', { count: chosen }) : t('queue.filter')}
          title={t('queue.filter')}
        >
          {() => <Filters {...props} />}
        </Opener>
        {!isNarrow && (
          <>
            <Opener label={t('queue.columns')} title={t('queue.columns')}>
              {() => <ColumnChooser {...props} />}
            </Opener>
            <Opener label={t('queue.export')} title={t('queue.export')}>
              {() => <Export {...props} />}
            </Opener>
            <CopyLink key={place} place={place} />
          </>
        )}
        <Reading reading={cases.reading} />
      </Row>
      <Chips {...props} onQuery={onQuery} />
      {cases.isAsking && !cases.hasData && <Quiet>{t('triage.loading')}</Quiet>}
    </>
  );
}

/** A button and the sheet it opens; closing gives the focus back. */
function Opener({ label, title, children }: { label: string; title: string; children: () => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [button, setButton] = useState<HTMLElement | null>(null);
  const onClose = () => {
    setOpen(false);
    button?.focus();
  };
  return (
    <Anchor>
      <Button
        size="small"
        ref={setButton}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        <span aria-hidden="true">{'\u00a0▾'}</span>
      </Button>
      {isOpen && (
        <Sheet title={title} onClose={onClose}>
          {children()}
        </Sheet>
      )}
    </Anchor>
  );
}
