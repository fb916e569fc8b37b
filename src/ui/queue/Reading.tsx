import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { Quiet } from '../layout.ts';
import { narrow } from '../triage/layout.ts';
import type { Cases } from '../triage/useCases.ts';
import { useApp } from '../useApp.ts';

const Place = styled.div`
  display: flex;
  align-items: center;
  justify-content: flex-end;
  gap: 8px;
  flex: 1;
  min-width: 0;
  white-space: nowrap;
  ${narrow} { flex: none; }
`;

/** How much of what is open was read, and the way to read all of it, or to stop. */
export function Reading({ reading }: Pick<Cases, 'reading'>) {
  const { t } = useApp();
  const { count, isWhole, isOn, isPaused, details } = reading;
  if (isWhole && !details) return null;
  return (
    <Place>
      <Quiet>
        {details
          ? t('queue.reading_details', details)
          : t(isOn && !isPaused ? 'queue.reading' : 'queue.read_so_far', { count })}
      </Quiet>
      {isOn || details ? (
        <Button size="small" isBasic onClick={() => reading.setPaused(!isPaused)}>
          {t(isPaused ? 'queue.go_on' : 'queue.pause')}
        </Button>
      ) : (
        <Button size="small" isBasic onClick={reading.start}>
          {t('queue.read_all')}
        </Button>
      )}
    </Place>
  );
}
