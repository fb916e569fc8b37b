/** One month: the list of issues, one of them, or its meeting. */

import { lazyPart } from '../lazyPart.ts';
import { Part } from '../Part.tsx';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { DataLine } from './DataLine.tsx';
import { IssueList } from './IssueList.tsx';
import type { Place } from './place.ts';
import type { Month } from './useMonth.ts';
import { useMonthData } from './useMonthData.ts';
import { useRegister } from './useRegister.ts';
import { useWatches } from './useWatches.ts';
import { Waiting } from './Waiting.tsx';

const IssuePage = lazyPart(async () => (await import('./IssuePage.tsx')).IssuePage);
const PackPage = lazyPart(async () => (await import('./PackPage.tsx')).PackPage);

interface Props {
  month: Month;
  place: Place;
  onPlace: (place: Place) => void;
  onQueue: () => void;
}

export function MonthBody({ month, place, onPlace, onQueue }: Props) {
  const { t } = useApp();
  const announce = useAnnounce();
  const data = useMonthData(month);
  const register = useRegister();
  const watching = useWatches(register.issues, (issue) => {
    register.put(issue);
    announce(t('issues.reopened_itself', { name: issue.name }));
  });
  const issue = place.kind === 'issue' ? register.issues?.find(({ id }) => id === place.id) : undefined;
  const toList = () => onPlace({ kind: 'list', from: place.kind === 'issue' ? place.id : null });
  if (issue)
    return (
      <Part fallback={<Waiting />}>
        <IssuePage
          key={issue.id}
          {...{ issue, month, data, register }}
          watch={watching.watches[issue.id] ?? null}
          onBack={toList}
        />
      </Part>
    );
  if (place.kind === 'pack')
    return (
      <Part fallback={<Waiting />}>
        <PackPage {...{ month, data, register }} watches={watching.watches} onBack={toList} />
      </Part>
    );
  return (
    <>
      <DataLine month={month} data={data} />
      <IssueList
        {...{ month, data, register, watching, onQueue }}
        from={place.kind === 'list' ? place.from : null}
        onOpen={(id) => onPlace({ kind: 'issue', id })}
      />
    </>
  );
}
