import { useState } from 'react';
import type { ReportData } from '../../actions/readReport.ts';
import type { Period } from '../../care/insights/question.ts';
import { isolate } from '../formats.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { usePeople } from '../usePeople.ts';
import { When } from '../When.tsx';
import { Prove } from './Prove.tsx';
import { Rebuild } from './Rebuild.tsx';

interface Props {
  data: ReportData | null;
  period: Period;
  onRebuilt: () => void;
}

/** Where the numbers come from, and the ways to doubt them. */
export function Kept({ data, period, onRebuilt }: Props) {
  const { t } = useApp();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary style={{ cursor: 'pointer' }}>{t('insights.kept')}</summary>
      {isOpen && (
        <Stack $gap={12} style={{ marginTop: 8 }}>
          <Quiet>{t('insights.kept_how')}</Quiet>
          {data && <Origin data={data} />}
          <Prove period={period} />
          <Rebuild onRebuilt={onRebuilt} />
        </Stack>
      )}
    </details>
  );
}

function Origin({ data: { origin, keptBy, isBuilding } }: { data: ReportData }) {
  const app = useApp();
  const { t, user } = app;
  const id = keptBy?.userId ?? null;
  const name = isolate(usePeople([id])[id ?? ''] ?? t('people.someone'));
  return (
    <>
      <Quiet as="div">
        {t(`insights.origin_${origin}`)}{' '}
        {keptBy && (
          <>
            {id === user.id ? t('insights.kept_by_you') : t('insights.kept_by', { name })}{' '}
            <When at={keptBy.at} />
          </>
        )}
      </Quiet>
      {isBuilding && <Quiet>{t('insights.building')}</Quiet>}
    </>
  );
}
