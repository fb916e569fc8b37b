import type { Sheet } from '../../care/coaching/sheet.ts';
import { csatOf, easyOf } from '../../care/coaching/sums.ts';
import { Quiet, Stack, Title, Underlined } from '../layout.ts';
import { rateText } from '../scores/figures.ts';
import { useApp } from '../useApp.ts';
import type { Behind } from './AgentSheet.tsx';

const kinds = ['set_aside', 'suspected', 'moved_away', 'dispute_open', 'dispute_rejected'] as const;

/** Scores somebody objected to, and the figures with and without them. */
export function Objections({ sheet, onBehind }: { sheet: Sheet; onBehind: (behind: Behind) => void }) {
  const app = useApp();
  const { t } = app;
  const { objections, own, withAll } = sheet;
  if (objections.length === 0) return null;
  return (
    <Stack>
      <Title>{t('coaching.objections')}</Title>
      <Stack as="ul" $gap={4}>
        {kinds.map((kind) => {
          const keys = objections.filter((one) => one.kind === kind).map(({ key }) => key);
          const title = t(`coaching.objection_${kind}`);
          return (
            keys.length > 0 && (
              <li key={kind}>
                <Underlined type="button" onClick={() => onBehind({ title, keys })}>
                  {t('coaching.theme', { name: title, count: keys.length })}
                </Underlined>
              </li>
            )
          );
        })}
      </Stack>
      <Quiet>
        {t('coaching.without', { csat: rateText(app, csatOf(own)), easy: rateText(app, easyOf(own)) })}
      </Quiet>
      <Quiet>
        {t('coaching.with', { csat: rateText(app, csatOf(withAll)), easy: rateText(app, easyOf(withAll)) })}
      </Quiet>
    </Stack>
  );
}
