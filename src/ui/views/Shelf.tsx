/** What stands beside the list: saved views, favourites, a new case; at the foot of the page where it is narrow. */
import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { StoredView } from '../../actions/readViews.ts';
import type { Place } from '../../actions/watchRoute.ts';
import type { Query } from '../../care/plainQuery.ts';
import { decodeQuery, encodeQuery } from '../../care/query.ts';
import { Line } from '../layout.ts';
import type { PageName } from '../pages.ts';
import { Bar, BarButton } from '../phone/Bar.tsx';
import { PhoneStyle } from '../phone/PhoneStyle.tsx';
import { useIsNarrow } from '../triage/useIsNarrow.ts';
import { useApp } from '../useApp.ts';
import { isFollowed, setFollowed } from './followed.ts';
import { LinkedView } from './LinkedView.tsx';
import { MoreSheet } from './MoreSheet.tsx';
import { NewCase } from './NewCase.tsx';
import { SavedMenu } from './SavedMenu.tsx';
import { Anchor } from './Sheet.tsx';

const Row = styled(Line)`
  padding: 2px 16px 0;
`;

export interface ShelfProps {
  query: Query;
  onQuery: (query: Query) => void;
  /** Where the last link that was followed leads. */
  place: Place | null;
  onCase: (key: string) => void;
  onFavourites: () => void;
  onKeys: () => void;
  onPage: (page: PageName) => void;
}

type Open = 'saved' | 'create' | 'more' | null;

export function Shelf(props: ShelfProps) {
  const { query, onQuery, place, onCase, onFavourites } = props;
  const { t } = useApp();
  const isNarrow = useIsNarrow();
  const [open, setOpen] = useState<Open>(null);
  const [applied, setApplied] = useState<Pick<StoredView, 'id' | 'name' | 'query'> | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const encoded = encodeQuery(query);
  const apply = (view: StoredView) => {
    setApplied(view);
    onQuery(decodeQuery(view.query));
  };
  const current = useRef({ onQuery });
  current.current = { onQuery };
  useEffect(() => {
    if (place?.kind !== 'queue' || isFollowed(place)) return;
    setFollowed(place);
    current.current.onQuery(decodeQuery(place.id));
  }, [place]);
  const close = () => {
    setOpen(null);
    opener.current?.focus();
  };
  const toggle = (next: Open) => () => {
    if (open === null) opener.current = document.activeElement as HTMLElement | null;
    setOpen(open === next ? null : next);
  };
  const isApplied = applied?.query === encoded;
  const savedText = isApplied ? t('saved.button_named', { name: applied.name }) : t('saved.button');
  const saved = open === 'saved' && (
    <SavedMenu
      encoded={encoded}
      appliedId={applied?.id ?? null}
      onApply={(view) => {
        apply(view);
        close();
      }}
      onSaved={setApplied}
      onClose={close}
    />
  );
  const create = open === 'create' && (
    <NewCase
      isAtEnd
      onCase={(key) => {
        setOpen(null);
        onCase(key);
      }}
      onClose={close}
    />
  );
  const linked = place?.kind === 'view' && <LinkedView onFound={apply} place={place} />;
  if (isNarrow) {
    return (
      <>
        {linked}
        <PhoneStyle />
        <Bar label={t('bar.page')}>
          <Anchor>
            <BarButton
              icon="saved"
              text={t('bar.saved')}
              isOpen={open === 'saved'}
              onPress={toggle('saved')}
            />
            {saved}
          </Anchor>
          <BarButton icon="star" text={t('bar.favourites')} onPress={onFavourites} />
          <Anchor>
            <BarButton
              icon="create"
              text={t('bar.create')}
              isOpen={open === 'create'}
              onPress={toggle('create')}
            />
            {create}
          </Anchor>
          <Anchor>
            <BarButton icon="more" text={t('bar.more')} isOpen={open === 'more'} onPress={toggle('more')} />
            {open === 'more' && (
              <MoreSheet {...props} place={`queue/${encoded || `v${query.view}`}`} onClose={close} />
            )}
          </Anchor>
        </Bar>
      </>
    );
  }
  return (
    <>
      <Row $gap={4}>
        <Anchor>
          <Button
            size="small"
            isBasic={!isApplied}
            aria-expanded={open === 'saved'}
            onClick={toggle('saved')}
          >
            {savedText} <span aria-hidden="true">▾</span>
          </Button>
          {saved}
        </Anchor>
        <Button size="small" isBasic onClick={onFavourites}>
          {t('bar.favourites')}
        </Button>
        <Anchor>
          <Button size="small" isBasic aria-expanded={open === 'create'} onClick={toggle('create')}>
            {t('bar.create')}
          </Button>
          {create}
        </Anchor>
      </Row>
      {linked}
    </>
  );
}
