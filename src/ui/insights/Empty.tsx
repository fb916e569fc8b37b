import { Button } from '@zendeskgarden/react-buttons';
import type { Asked } from '../../care/insights/asked.ts';
import { Line, Quiet, Stack, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';

/** Nothing counts here: why that may be, and what to look at instead. */
export function Empty({ asked, onAsked }: { asked: Asked; onAsked: (asked: Asked) => void }) {
  const { t, user } = useApp();
  const hasFilters = Object.values(asked.filters).some((values) => (values?.length ?? 0) > 0);
  return (
    <Stack>
      <Title>{t(hasFilters ? 'insights.empty_filtered' : 'insights.empty')}</Title>
      <Quiet>{t(user.isAdmin ? 'insights.empty_admin' : 'insights.empty_why')}</Quiet>
      <Line>
        {hasFilters && (
          <Button size="small" onClick={() => onAsked({ ...asked, filters: {} })}>
            {t('insights.clear_filters')}
          </Button>
        )}
        {asked.span !== 'days_90' && (
          <Button size="small" onClick={() => onAsked({ ...asked, span: 'days_90' })}>
            {t('insights.look_at_90')}
          </Button>
        )}
      </Line>
    </Stack>
  );
}
