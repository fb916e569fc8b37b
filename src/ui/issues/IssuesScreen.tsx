/** The outer loop: which issues weigh most, who was asked for what, and what became of it. For leads. */
import { useState } from 'react';
import { isLead } from '../../care/lead.ts';
import { Quiet, Stack, Title } from '../layout.ts';
import type { PageProps } from '../pages.ts';
import { Sheet } from '../Sheet.tsx';
import { useApp } from '../useApp.ts';
import { monthText } from './issueText.ts';
import { MonthBar } from './MonthBar.tsx';
import { MonthBody } from './MonthBody.tsx';
import { type Place, start } from './place.ts';
import { useMonth } from './useMonth.ts';

export function IssuesScreen({ onPage }: PageProps) {
  const { t, user, configuration } = useApp();
  if (isLead(user, configuration)) return <Leading onPage={onPage} />;
  return (
    <Sheet page="issues" title={t('page.issues')} onPage={onPage}>
      <Stack $gap={4}>
        <Title>{t('issues.forbidden')}</Title>
        <Quiet>{t('issues.forbidden_why')}</Quiet>
      </Stack>
    </Sheet>
  );
}

function Leading({ onPage }: PageProps) {
  const app = useApp();
  const month = useMonth();
  const [place, setPlace] = useState<Place>(start);
  const isPack = place.kind === 'pack';
  const title = isPack
    ? app.t('issues.pack_title', { month: monthText(app, month.month, month.zone) })
    : app.t('page.issues');
  return (
    <Sheet
      page="issues"
      title={title}
      onPage={onPage}
      aside={isPack ? null : <MonthBar month={month} onPack={() => setPlace({ kind: 'pack' })} />}
    >
      <MonthBody
        key={month.month.from}
        month={month}
        place={place}
        onPlace={setPlace}
        onQueue={() => onPage('cases')}
      />
    </Sheet>
  );
}
