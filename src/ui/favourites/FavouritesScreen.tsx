/** Favourites: collections of feedbacks worth coming back to, one's own and those colleagues share. */
import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import { openTicket } from '../../actions/goTo.ts';
import type { StoredCollection } from '../../actions/readCollections.ts';
import type { Place } from '../../actions/watchRoute.ts';
import { Line, Quiet, Title } from '../layout.ts';
import { PhoneStyle } from '../phone/PhoneStyle.tsx';
import { Bar, Notice, Page } from '../triage/layout.ts';
import { useApp } from '../useApp.ts';
import { useGoTo } from '../useGoTo.ts';
import { useOnChange } from '../useOnChange.ts';
import { isFollowed, setFollowed } from '../views/followed.ts';
import { useWatchedFocus } from '../views/useWatchedFocus.ts';
import { CollectionList } from './CollectionList.tsx';
import { CollectionRows } from './CollectionRows.tsx';
import { LinkedCollection } from './LinkedCollection.tsx';

interface Props {
  /** The link that led here, where one did. */
  place: Place | null;
  hasKeys: boolean;
  onClose: () => void;
}

export function FavouritesScreen({ place, hasKeys, onClose }: Props) {
  const app = useApp();
  const { t } = app;
  const wanted = place?.kind === 'favourites' && place.id !== '' && !isFollowed(place) ? place : null;
  const [linked, setLinked] = useState(wanted?.id ?? null);
  const [open, setOpen] = useState<StoredCollection | null>(null);
  const page = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useWatchedFocus(page, title);
  const travel = useGoTo();
  useEffect(() => {
    if (wanted === null) return;
    setFollowed(wanted);
    setOpen(null);
    setLinked(wanted.id);
  }, [wanted]);
  // Another screen begins at its title.
  useOnChange(open?.id, () => title.current?.focus());
  const toTicket = (ticketId: string) =>
    void travel.go(() => openTicket(app, ticketId), t('triage.ticket_place', { id: ticketId }));
  const onBack = () => {
    if (!open) return onClose();
    setOpen(null);
    setLinked(null);
  };
  return (
    <Page aria-label={t('favourites.title')} ref={page}>
      <PhoneStyle />
      <Bar as="header">
        <Line style={{ flexWrap: 'nowrap' }}>
          <Button size="small" isBasic onClick={onBack}>
            {t(open ? 'favourites.back' : 'favourites.to_cases')}
          </Button>
          <Title as="h1" ref={title} tabIndex={-1} dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {open ? open.name : t('favourites.title')}
          </Title>
        </Line>
      </Bar>
      {travel.refused && (
        <Notice>
          <Quiet role="alert">{travel.refused}</Quiet>
        </Notice>
      )}
      {linked !== null && !open && (
        <LinkedCollection id={linked} onFound={setOpen} onDismiss={() => setLinked(null)} />
      )}
      {open ? (
        <CollectionRows key={open.id} collection={open} hasKeys={hasKeys} onTicket={toTicket} />
      ) : (
        <CollectionList onOpen={setOpen} />
      )}
    </Page>
  );
}
