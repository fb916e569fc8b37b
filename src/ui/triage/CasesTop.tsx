import { mayHaveNotices } from '../../care/workflows/noticed.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import { Header } from './Header.tsx';
import { NoticePlace, SyncLine, TabLine } from './layout.ts';
import { Problems } from './Problems.tsx';
import { KeyList, NoticeBar, Shelf, SyncBar } from './parts.ts';
import type { TriageUse } from './useTriage.ts';
import { ViewTabs } from './ViewTabs.tsx';
import { viewOf } from './views.ts';

/** Above the list: how current it is, which cases, what keeps them from being there. */
export function CasesTop({ use }: { use: TriageUse }) {
  const { user, configuration } = useApp();
  const { cases, title, keys, storage, query, setQuery, setPlace, link, linked, isQuiet } = use;
  return (
    <>
      <Header cases={cases} title={title} onKeys={keys.toggleList} onPage={setPlace} />
      {!storage && (
        <SyncLine>
          {isQuiet && cases.hasAny && (
            <Part>
              <SyncBar onFound={() => void cases.reload()} />
            </Part>
          )}
        </SyncLine>
      )}
      {!storage && mayHaveNotices(configuration, user.id) && (
        <NoticePlace>
          {isQuiet && cases.hasAny && (
            <Part>
              <NoticeBar
                feedbackOf={(key) => cases.known.rows.get(key)?.feedback ?? null}
                onCase={linked.open}
                onTicket={use.toTicket}
                heir={title}
              />
            </Part>
          )}
        </NoticePlace>
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
                onPage={setPlace}
              />
            </Part>
          )}
        </TabLine>
      )}
      <Problems cases={cases} storage={storage} linked={linked} refused={use.refused} />
    </>
  );
}
