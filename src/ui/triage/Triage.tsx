/** The triage page in the navigation bar: every case, next due first, worked on from here. */
import { useEffect, useRef, useState } from 'react';
import { openTicket } from '../../actions/goTo.ts';
import { keyInRoute } from '../../actions/watchRoute.ts';
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
import { Page, Panel, Side, Split, SyncLine } from './layout.ts';
import { Notes } from './Notes.tsx';
import { Problems } from './Problems.tsx';
import { CasePanel, KeyList, preloadParts, ScoresScreen, SetUp, SyncBar } from './parts.ts';
import { useCases } from './useCases.ts';
import { useLinkedCase } from './useLinkedCase.ts';
import { useListKeys } from './useListKeys.ts';
import { ViewTabs } from './ViewTabs.tsx';
import type { View } from './views.ts';

/** `route` is where the link that opened the page leads to. */
export function Triage({ route }: { route: unknown }) {
  const app = useApp();
  const { t, user } = app;
  const page = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useHeldFocus(page, title);
  const [view, setView] = useState<View>('open');
  const [place, setPlace] = useState<'cases' | 'scores' | 'set_up'>('cases');
  const cases = useCases(view);
  const storage = useStorage(cases.failure);
  const linked = useLinkedCase(keyInRoute(route), cases);
  const travel = useGoTo();
  const toTicket = (ticketId: string) =>
    void travel.go(() => openTicket(app, ticketId), t('triage.ticket_place', { id: ticketId }));
  const selected = linked.key ? cases.find(linked.key) : null;
  const doing = { open: linked.open, openTicket: toTicket };
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
      </Page>
    );
  }
  if (place === 'scores') {
    return (
      <Page aria-label={t('triage.title')}>
        <Part fallback={<Loading />}>
          <ScoresScreen onClose={() => setPlace('cases')} />
        </Part>
      </Page>
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
        <ViewTabs view={view} counts={cases.counts} onView={setView} />
      )}
      <Problems cases={cases} storage={storage} linked={linked} refused={travel.refused} />
      {isReading && !cases.hasAny && <Loading />}
      {cases.hasAny && !storage && (
        <>
          <Notes cases={cases} />
          <Split $isOpen={selected !== null}>
            <Side>
              {isReading && <Loading />}
              {cases.hasData && (
                <List cases={cases} view={view} keys={keys} selectedKey={linked.key} onView={setView} />
              )}
            </Side>
            {selected && (
              <Part fallback={<Panel aria-busy="true" />}>
                <CasePanel
                  key={selected.feedback.key}
                  row={selected}
                  names={cases.names}
                  hasTicketFailed={cases.partial !== null}
                  hasKeys={keys.isOn}
                  firstKey={keys.firstKey}
                  onTicket={toTicket}
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
    </Page>
  );
}
