import { useQuery } from '@tanstack/react-query';
import styled from 'styled-components';
import { readPlaces } from '../../../actions/readPlaces.ts';
import type { Listener } from '../../../care/workflows/listeners.ts';
import { Folded } from '../../Folded.tsx';
import { Quiet, Stack, Title } from '../../layout.ts';
import { narrow } from '../../triage/layout.ts';
import { useApp } from '../../useApp.ts';
import { usePeople } from '../../usePeople.ts';
import { dayText, worstText } from './rehearsalText.ts';

const Item = styled.li`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(0, 1.6fr);
  gap: 4px 20px;
  align-items: end;
  padding: 10px 0;
  border-bottom: 1px solid var(--fl-line);
  ${narrow} { grid-template-columns: minmax(0, 1fr); }
`;

const Name = styled.h4`
  && { margin: 0; font-size: inherit; font-weight: 600; overflow-wrap: anywhere; }
`;

const Bars = styled.div`
  display: flex;
  align-items: flex-end;
  gap: 2px;
  height: 36px;
  border-bottom: 1px solid var(--fl-edge);
`;

const Bar = styled.span`
  flex: 1 1 0;
  max-width: 14px;
  border-radius: 2px 2px 0 0;
  background: var(--fl-quiet);
  &[data-worst='true'] { background: var(--fl-accent); }
`;

interface Props {
  listeners: readonly Listener[];
  /** Every local day of the rehearsal, in order. */
  days: readonly string[];
}

/** Who would have heard how often on which day. */
export function Listeners({ listeners, days }: Props) {
  const app = useApp();
  const { t } = app;
  const names = usePeople(listeners.flatMap(({ kind, id }) => (kind === 'person' ? [id] : [])));
  const hasGroups = listeners.some(({ kind }) => kind === 'group');
  const places = useQuery({ queryKey: ['places'], queryFn: () => readPlaces(app), enabled: hasGroups });
  const nameOf = ({ kind, id }: Listener) =>
    kind === 'person'
      ? (names[id] ?? t('rehearsal.person', { id }))
      : t('rehearsal.group', { name: places.data?.[`group:${id}`] ?? id });
  const highest = Math.max(1, ...listeners.map(({ worst }) => worst.count));
  if (listeners.length === 0) return null;
  return (
    <Stack $gap={4}>
      <Title as="h3">{t('rehearsal.listeners')}</Title>
      <ul>
        {listeners.map((listener) => (
          <Item key={`${listener.kind}:${listener.id}`}>
            <Stack $gap={2}>
              <Name dir="auto">{nameOf(listener)}</Name>
              <Quiet>
                {t('rehearsal.heard', { count: listener.total })}
                {' · '}
                {t('rehearsal.on_days', { count: listener.days.length })}
                {' · '}
                {worstText(app, listener.worst)}
              </Quiet>
              <Days listener={listener} />
            </Stack>
            <Picture listener={listener} days={days} highest={highest} />
          </Item>
        ))}
      </ul>
    </Stack>
  );
}

/** The same scale for everybody; the text beside it says the same. */
function Picture({
  listener,
  days,
  highest,
}: {
  listener: Listener;
  days: readonly string[];
  highest: number;
}) {
  const counts = new Map(listener.days.map(({ day, count }) => [day, count]));
  return (
    <Bars aria-hidden="true">
      {days.map((day) => {
        const share = (counts.get(day) ?? 0) / highest;
        const height = share === 0 ? '0' : `max(3px, ${Math.round(share * 100)}%)`;
        return <Bar key={day} data-worst={day === listener.worst.day} style={{ height }} />;
      })}
    </Bars>
  );
}

function Days({ listener: { days } }: { listener: Listener }) {
  const app = useApp();
  return (
    <Folded line={app.t('rehearsal.by_day')}>
      {days.map(({ day, count }) => (
        <Quiet as="li" key={day}>
          {app.t('rehearsal.day_count', { day: dayText(app, day), count })}
        </Quiet>
      ))}
    </Folded>
  );
}
