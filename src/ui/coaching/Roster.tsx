/** The agents somebody leads: by name, and in an order of merit only where there are enough ratings for one. */
import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import { leastToRank } from '../../care/coaching/hint.ts';
import { byName, type RosterAgent, rankedOf } from '../../care/coaching/roster.ts';
import { csatOf, easyOf } from '../../care/coaching/sums.ts';
import { isolate } from '../formats.ts';
import { Quiet, Stack, Title, Underlined } from '../layout.ts';
import { intervalText, rateText } from '../scores/figures.ts';
import { Interval } from '../scores/Interval.tsx';
import { useApp } from '../useApp.ts';
import { Choices } from '../work/Choices.tsx';

const Rows = styled.ul`
  li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) 150px minmax(0, 3fr);
    gap: 2px 16px;
    align-items: center;
    padding: 8px 2px;
    border-bottom: 1px solid var(--fl-line);
  }
  @media (max-width: 600px) {
    li { display: flex; flex-direction: column; align-items: flex-start; }
    li > button { min-height: 40px; }
    li > span { width: 100%; }
    li [aria-hidden] { margin: 4px 0; }
  }
`;

interface Props {
  agents: readonly RosterAgent[];
  nameOf: (id: string) => string;
  onChoose: (agentId: string) => void;
}

export function Roster({ agents, nameOf, onChoose }: Props) {
  const { t, user } = useApp();
  const [order, setOrder] = useState<'name' | 'lowest'>('name');
  const { ranked, unranked } = rankedOf(agents, nameOf);
  const shown = (list: readonly RosterAgent[]) => (
    <Rows>
      {list.map((agent) => (
        <Agent key={agent.agentId} agent={agent} name={nameOf(agent.agentId)} onChoose={onChoose} />
      ))}
    </Rows>
  );
  return (
    <Stack $gap={12}>
      <div>
        <Button size="small" data-agent={user.id} onClick={() => onChoose(user.id)}>
          {t('coaching.own')}
        </Button>
      </div>
      {agents.length === 0 && (
        <Stack $gap={4}>
          <Title>{t('coaching.no_agents')}</Title>
          <Quiet>{t('coaching.no_agents_why')}</Quiet>
        </Stack>
      )}
      {ranked.length > 1 && (
        <Choices
          label={t('coaching.order')}
          options={[
            { id: 'name', text: t('coaching.by_name') },
            { id: 'lowest', text: t('coaching.by_lowest') },
          ]}
          chosen={order}
          onChoose={setOrder}
        />
      )}
      {order === 'name' ? (
        shown(byName(agents, nameOf))
      ) : (
        <>
          <Quiet>{t('coaching.ranked_why', { least: leastToRank })}</Quiet>
          {shown(ranked)}
          {unranked.length > 0 && (
            <>
              <Title>{t('coaching.unranked', { least: leastToRank })}</Title>
              {shown(unranked)}
            </>
          )}
        </>
      )}
    </Stack>
  );
}

interface AgentProps {
  agent: RosterAgent;
  name: string;
  onChoose: Props['onChoose'];
}

function Agent({ agent: { agentId, sums }, name, onChoose }: AgentProps) {
  const app = useApp();
  const csat = csatOf(sums);
  return (
    <li>
      <Underlined type="button" data-agent={agentId} onClick={() => onChoose(agentId)}>
        {isolate(name)}
      </Underlined>
      <span>
        {app.t('coaching.csat_of', { rate: rateText(app, csat) })}
        <Quiet as="span" style={{ display: 'block' }}>
          {intervalText(app, csat)}
        </Quiet>
      </span>
      <span>
        {csat.value !== null && csat.interval && <Interval value={csat.value} interval={csat.interval} />}
      </span>
      <span>{app.t('coaching.easy_of', { rate: rateText(app, easyOf(sums)) })}</span>
    </li>
  );
}
