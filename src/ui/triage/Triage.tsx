/** The triage page in the navigation bar: every case, next due first, worked on from here. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { ticketInRoute } from '../../actions/watchRoute.ts';
import { FailureNote } from '../FailureNote.tsx';
import { markReady } from '../markReady.ts';
import { StorageNote } from '../StorageNote.tsx';
import { useApp } from '../useApp.ts';
import { useStorage } from '../useStorage.ts';
import { Header } from './Header.tsx';
import { List } from './List.tsx';
import { Loading } from './Loading.tsx';
import { Notice, Page, Panel, Split } from './layout.ts';
import { Notes } from './Notes.tsx';
import { useCases } from './useCases.ts';
import { useLinkedCase } from './useLinkedCase.ts';
import { useListKeys } from './useListKeys.ts';
import { ViewTabs } from './ViewTabs.tsx';
import type { View } from './views.ts';

/** What the first screen does not show comes when it is asked for. */
const CasePanel = lazy(async () => ({ default: (await import('./CasePanel.tsx')).CasePanel }));
const KeyList = lazy(async () => ({ default: (await import('./KeyList.tsx')).KeyList }));
const SetUp = lazy(async () => ({ default: (await import('../setup/SetUp.tsx')).SetUp }));

/** `route` is where the link that opened the page leads to. */
export function Triage({ route }: { route: unknown }) {
  const { t, user } = useApp();
  const [view, setView] = useState<View>('open');
  const [isSettingUp, setSettingUp] = useState(false);
  const cases = useCases(view);
  const storage = useStorage(cases.failure);
  const linked = useLinkedCase(ticketInRoute(route), cases);
  const keys = useListKeys(cases.rows, linked.key, linked.open, storage === null && !isSettingUp);
  const selected = linked.key ? cases.find(linked.key) : null;
  const hasSetUp = isSettingUp || (storage === 'not_set_up' && user.isAdmin);
  const isUsable = cases.hasData || storage !== null || hasSetUp;
  useEffect(() => {
    if (isUsable || cases.failure) markReady(isUsable);
  }, [isUsable, cases.failure]);

  if (hasSetUp) {
    const onEnd = () => {
      setSettingUp(false);
      void cases.reload();
    };
    return (
      <Page aria-label={t('triage.title')}>
        <Suspense fallback={<Loading />}>
          <SetUp isFirst={!cases.hasData} onStart={() => setSettingUp(true)} onEnd={onEnd} />
        </Suspense>
      </Page>
    );
  }
  return (
    <Page aria-label={t('triage.title')}>
      <Header cases={cases} onKeys={keys.toggleList} onSetUp={() => setSettingUp(true)} />
      {storage && (
        <Notice>
          <StorageNote state={storage} />
        </Notice>
      )}
      {!storage && cases.failure && (
        <Notice>
          <FailureNote kind={cases.failure.kind} title={t('triage.failed')} onRetry={cases.reload} />
        </Notice>
      )}
      {linked.isMissing && (
        <Notice role="status">{t('triage.no_such_case', { id: linked.ticketId ?? '' })}</Notice>
      )}
      {!cases.hasData && !cases.failure && <Loading />}
      {keys.isListOpen && (
        <Suspense>
          <KeyList isOn={keys.isOn} onSwitch={keys.setOn} onClose={keys.toggleList} />
        </Suspense>
      )}
      {cases.hasData && !storage && (
        <>
          <ViewTabs view={view} counts={cases.counts} onView={setView} />
          <Notes cases={cases} />
          <Split $isOpen={selected !== null}>
            <List cases={cases} view={view} keys={keys} selectedKey={linked.key} onView={setView} />
            {selected && (
              <Suspense fallback={<Panel aria-busy="true" />}>
                <CasePanel
                  key={selected.feedback.key}
                  row={selected}
                  names={cases.names}
                  hasKeys={keys.isOn}
                  onFeedback={(feedback) => cases.onFeedback(selected, feedback)}
                  onClose={() => {
                    linked.open(null);
                    keys.focusRow();
                  }}
                />
              </Suspense>
            )}
          </Split>
        </>
      )}
    </Page>
  );
}
