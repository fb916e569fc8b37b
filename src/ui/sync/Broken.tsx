import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';

/** Reasons of our own, each with its words under `sync.reason`; the others are Zendesk's. */
const ownReasons = [
  'survey_response',
  'answer',
  'no_subject',
  'satisfaction_rating',
  'ticket',
  'MissingRecord',
] as const;

/** Rows that were set apart: how many, and why, in words or else in Zendesk's own. */
export function Broken({ broken }: { broken: readonly { reason: string; count: number }[] }) {
  const { t } = useApp();
  const count = broken.reduce((sum, row) => sum + row.count, 0);
  if (count === 0) return null;
  return (
    <div>
      <Quiet>{t('sync.broken', { count })}</Quiet>
      <ul>
        {broken.map(({ reason, count: n }) => {
          const own = ownReasons.find((known) => known === reason);
          return (
            <Quiet as="li" key={reason}>
              {n} × {own ? t(`sync.reason.${own}`) : <span translate="no">{reason}</span>}
            </Quiet>
          );
        })}
      </ul>
    </div>
  );
}
