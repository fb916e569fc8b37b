import { Part } from '../Part.tsx';
import { List } from './List.tsx';
import { Loading } from './Loading.tsx';
import { Notice, Panel, QueuePlace, Side, Split } from './layout.ts';
import { Notes } from './Notes.tsx';
import { BulkBar, CasePanel, QueueBar, RecoveryLine } from './parts.ts';
import type { TriageUse } from './useTriage.ts';

/** The queue: what is asked, the list, and beside it the open case. */
export function CasesBody({ use }: { use: TriageUse }) {
  const { cases, query, setQuery, columns, keys, ticks, linked, selected, isQuiet } = use;
  return (
    <>
      <QueuePlace>
        {isQuiet && (
          <Part>
            <QueueBar
              cases={cases}
              query={query}
              onQuery={setQuery}
              columns={columns}
              onColumns={use.setColumns}
              hasKeys={keys.isOn}
            />
          </Part>
        )}
      </QueuePlace>
      {query.view === 'closed' && (
        <Notice>
          <Part fallback={<br />}>
            <RecoveryLine all={cases.known.rows} />
          </Part>
        </Notice>
      )}
      <Notes cases={cases} />
      <Split $isOpen={selected !== null}>
        <Side>
          {!cases.hasData && !cases.failure && <Loading />}
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
              onTicket={use.toTicket}
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
  );
}
