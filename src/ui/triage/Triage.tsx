/** The triage page in the navigation bar: every case, next due first, worked on from here. */
import { useEffect, useRef, useState } from 'react';
import { openTicket } from '../../actions/goTo.ts';
import { emptyQuery } from '../../care/plainQuery.ts';
import { useTicks } from '../bulk/useTicks.ts';
import { markReady } from '../markReady.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import { useGoTo } from '../useGoTo.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { useQuiet } from '../useQuiet.ts';
import { useStorage } from '../useStorage.ts';
import { Header } from './Header.tsx';
import { List } from './List.tsx';
import { Loading } from './Loading.tsx';
import { Notice, Page, Panel, QueuePlace, Side, Split, SyncLine, TabLine } from './layout.ts';
import { Notes } from './Notes.tsx';
import { Problems } from './Problems.tsx';
import {
  BulkBar,
  CasePanel,
  FavouritesScreen,
  KeyList,
  OutboxBar,
  preloadParts,
  QueueBar,
  RecoveryLine,
  ScoresScreen,
  SetUp,
  Shelf,
  SyncBar,
} from './parts.ts';
import { useCases } from './useCases.ts';
import { useColumns } from './useColumns.ts';
import { useLinkedCase, usePlace } from './useLinkedCase.ts';
import { useListKeys } from './useListKeys.ts';
import { ViewTabs } from './ViewTabs.tsx';
import { viewOf } from './views.ts';

/** `route` is where the link that opened the page leads to. */
export function Triage({ route }: { route: unknown }) {
  const app = useApp();
  const { t, user } = app;
  const page = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useHeldFocus(page, title);
  const [query, setQuery] = useState(emptyQuery);
  const [columns, setColumns] = useColumns();
  const [place, setPlace] = useState<'cases' | 'scores' | 'set_up' | 'favourites'>('cases');
  const cases = useCases(query);
  const storage = useStorage(cases.failure);
  const link = usePlace(route);
  const linked = useLinkedCase(link, cases);
  useEffect(() => {
    // What is typed in set-up is not left behind for a link.
    if (link) setPlace((now) => (now === 'set_up' ? now : link.kind === 'favourites' ? link.kind : 'cases'));
  }, [link]);
  const travel = useGoTo();
  const toTicket = (ticketId: string) =>
    void travel.go(() => openTicket(app, ticketId), t('triage.ticket_place', { id: ticketId }));
  const selected = linked.key ? cases.find(linked.key) : null;
  const ticks = useTicks(cases.rows, query.view);
  const doing = { open: linked.open, openTicket: toTicket, tick: ticks.tick };
  const keys = useListKeys(cases.rows, selected, doing, storage === null && place === 'cases');
  const hasSetUp = place === 'set_up' || (storage === 'not_set_up' && user.isAdmin);
  const isUsable = cases.hasData || storage !== null || hasSetUp;
  useEffect(() => {
    if (isUsable || cases.failure) markReady(isUsable);
  }, [isUsable, cases.failure]);
  useEffect(() => (isUsable ? preloadParts(user.isAdmin) : undefined), [isUsable, user.isAdmin]);
  const isQuiet = useQuiet(isUsable);
  const isBack = useRef(false);
  useEffect(() => {
    if (isBack.current && place === 'cases') title.current?.focus();
    isBack.current = place !== 'cases';
  }, [place]);

  const outbox = isQuiet && (
    <Part>
      <OutboxBar
        names={cases.names}
        onWritten={({ feedback }) => cases.onFeedbacks([feedback])}
        onOpen={(key) => {
          setPlace('cases');
          linked.open(key);
        }}
      />
    </Part>
  );
  if (hasSetUp) {
    const onEnd = () => {
      setPlace('cases');
      void cases.reload();
    };
    return (
      <Page aria-label={t('triage.title')}>
        <Part fallback={<Loading />}>
          <SetUp isFirst={storage === 'not_set_up'} onStart={() => setPlace('set_up')} onEnd={onEnd} />
        </Part>
        {outbox}
      </Page>
    );
  }
  if (place === 'scores') {
    return (
      <Page aria-label={t('triage.title')}>
        <Part fallback={<Loading />}>
          <ScoresScreen onClose={() => setPlace('cases')} />
        </Part>
        {outbox}
      </Page>
    );
  }
  if (place === 'favourites') {
    return (
      <Part fallback={<Loading />}>
        <FavouritesScreen place={link} hasKeys={keys.isOn} onClose={() => setPlace('cases')} />
      </Part>
    );
  }
  const isReading = !cases.hasData && !cases.failure;
  return (
    <Page aria-label={t('triage.title')} ref={page}>
      <Header
        cases={cases}
        title={title}
        onKeys={keys.toggleList}
        onScores={() => setPlace('scores')}
        onSetUp={() => setPlace('set_up')}
      />
      {!storage && (
        <SyncLine>
          {isQuiet && cases.hasAny && (
            <Part>
              <SyncBar onFound={() => void cases.reload()} />
            </Part>
          )}
        </SyncLine>
      )}
      {keys.isListOpen && (
        <Part>
          <KeyList isOn={keys.isOn} onSwitch={keys.setOn} onClose={keys.toggleList} />
        </Part>
      )}
      {!storage && (cases.hasAny || cases.failure) && (
        <TabLine>
          <ViewTabs
            view={viewOf(query.view)}
            counts={cases.counts}
            onView={(view) => setQuery({ ...query, view })}
          />
          {(isQuiet || link) && (
            <Part>
              <Shelf
                query={query}
                onQuery={setQuery}
                place={link}
                onCase={linked.open}
                onFavourites={() => setPlace('favourites')}
                onKeys={keys.toggleList}
                onScores={() => setPlace('scores')}
                onSetUp={user.isAdmin ? () => setPlace('set_up') : null}
              />
            </Part>
          )}
        </TabLine>
      )}
      <Problems cases={cases} storage={storage} linked={linked} refused={travel.refused} />
      {isReading && !cases.hasAny && <Loading />}
      {cases.hasAny && !storage && (
        <>
          <QueuePlace>
            {isQuiet && (
              <Part>
                <QueueBar
                  cases={cases}
                  query={query}
                  onQuery={setQuery}
                  columns={columns}
                  onColumns={setColumns}
                  hasKeys={keys.isOn}
                />
              </Part>
            )}
          </QueuePlace>
          {query.view === 'closed' && (
            <Notice>
              <Part fallback={<br />}>
                <RecoveryLine all={cases.all} />
              </Part>
            </Notice>
          )}
          <Notes cases={cases} />
          <Split $isOpen={selected !== null}>
            <Side>
              {isReading && <Loading />}
              {cases.hasData && (
                <List
                  cases={cases}
                  query={query}
                  columns={columns}
                  keys={keys}
                  ticks={ticks}
                  selectedKey={linked.key}
                  onQuery={setQuery}
                />
              )}
              {ticks.hasBegun && (
                <Part>
                  <BulkBar
                    cases={cases}
                    ticks={ticks}
                    hasKeys={keys.isOn && selected === null}
                    onLeave={keys.focusRow}
                  />
                </Part>
              )}
            </Side>
            {selected && (
              <Part fallback={<Panel aria-busy="true" />}>
                <CasePanel
                  view={query.view}
                  rows={cases.rows}
                  onNext={(row) => keys.openRow(row)}
                  onBack={linked.open}
                  row={selected}
                  names={cases.names}
                  hasTicketFailed={cases.partial !== null}
                  hasKeys={keys.isOn}
                  firstKey={keys.firstKey}
                  onTicket={toTicket}
                  onCase={linked.open}
                  onFeedback={(feedback) => cases.onFeedback(selected, feedback)}
                  onClose={() => {
                    linked.open(null);
                    keys.focusRow();
                  }}
                />
              </Part>
            )}
          </Split>
        </>
      )}
      {outbox}
    </Page>
  );
}
