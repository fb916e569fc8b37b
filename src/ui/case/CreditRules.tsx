import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import { readPeople } from '../../actions/readPeople.ts';
import {
  type Attribution,
  attributionRules,
  type Credit,
  creditOf,
  isAgent,
  nobody,
} from '../../care/attribution.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import type { Feedback } from '../../care/feedback.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Quiet, Stack } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useOnOpen } from '../useOnOpen.ts';

const Box = styled(Stack)`
  padding: 8px 12px;
  border-radius: 4px;
  background: var(--fl-recessed);
`;

const Rules = styled.dl`
  display: grid;
  grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  gap: 4px 12px;
  font-size: 13px;
  line-height: 18px;
  overflow-wrap: anywhere;
`;

interface Props {
  feedback: Feedback;
  names: Record<string, string>;
  /** Names that had to be asked for. */
  onNamed: (names: Record<string, string>) => void;
  workOut?: () => Promise<unknown>;
}

type Working = 'busy' | 'done' | Failure;

/** Why it is this person's: what each rule says, and how often who replied. Works it out where nobody has. */
export function CreditRules({ feedback, names, onNamed, workOut }: Props) {
  const { t } = useApp();
  const announce = useAnnounce();
  const { attribution } = feedback;
  const [working, setWorking] = useState<Working>(attribution ? 'done' : 'busy');
  const people = usePeople(attribution, names, onNamed);

  const start = () => {
    if (!workOut) return;
    setWorking('busy');
    workOut().then(
      () => {
        setWorking('done');
        announce(t('whose.found'));
      },
      (cause) => setWorking(asFailure(cause)),
    );
  };
  useOnOpen(() => {
    if (!attribution) start();
  });

  if (typeof working === 'object')
    return <FailureNote kind={working.kind} title={t('whose.failed')} onRetry={start} />;
  if (working === 'busy' || (attribution && !people)) return <Quiet>{t('whose.reading')}</Quiet>;
  if (!attribution || !people) return <Quiet>{t('whose.none')}</Quiet>;
  return <Table attribution={attribution} people={people} />;
}

function Table({ attribution, people }: { attribution: Attribution; people: Record<string, string> }) {
  const { t, configuration } = useApp();
  const named = (credit: Credit) => {
    if (isAgent(credit)) return people[credit] ?? t('people.someone');
    return t(credit === nobody ? 'whose.nobody' : 'whose.not_proved');
  };
  return (
    <Box $gap={8}>
      <Rules aria-label={t('whose.title')}>
        {attributionRules.map((rule) => {
          const counts = rule === configuration.attributionRule;
          return (
            <Row
              key={rule}
              isMain={counts}
              name={t(`credit.${rule}`)}
              value={named(creditOf(attribution, rule))}
            />
          );
        })}
      </Rules>
      <div>
        <Quiet>{t('whose.replies')}</Quiet>
        <Replies attribution={attribution} named={named} />
      </div>
      {attribution.isReassignedAfter && <Quiet>{t('credit.reassigned')}</Quiet>}
      <Quiet>{t('whose.admin')}</Quiet>
    </Box>
  );
}

function Row({ isMain, name, value }: { isMain: boolean; name: string; value: string }) {
  const { t } = useApp();
  return (
    <>
      <dt>
        {name}
        {isMain && <Quiet as="div">{t('whose.counts')}</Quiet>}
      </dt>
      <dd style={{ fontWeight: isMain ? 600 : undefined }}>{value}</dd>
    </>
  );
}

function Replies({ attribution, named }: { attribution: Attribution; named: (credit: Credit) => string }) {
  const { t } = useApp();
  const { replies } = attribution;
  if (!replies) return <Quiet>{t('whose.replies_unknown')}</Quiet>;
  if (replies.length === 0) return <Quiet>{t('whose.no_replies')}</Quiet>;
  return (
    <ul>
      {replies.map(({ agentId, count }) => (
        <li key={agentId}>{t('whose.count', { name: named(agentId), n: count })}</li>
      ))}
    </ul>
  );
}

/** Names of everybody the rules mention; `null` until those nobody has named yet were asked for. */
function usePeople(attribution: Attribution | null, names: Props['names'], onNamed: Props['onNamed']) {
  const app = useApp();
  const [asked, setAsked] = useState<Record<string, string> | null>(null);
  const given = useRef({ names, onNamed });
  given.current = { names, onNamed };
  useEffect(() => {
    if (!attribution) return;
    let isOver = false;
    const { atSolve, atSurvey, atRating, replies } = attribution;
    const ids = [atSolve, atSurvey, atRating, ...(replies ?? []).map(({ agentId }) => agentId)];
    const unknown = [...new Set(ids)].filter((id) => isAgent(id) && !given.current.names[id]);
    readPeople(app, unknown).then((found) => {
      if (isOver) return;
      setAsked(found);
      given.current.onNamed(found);
    });
    return () => {
      isOver = true;
    };
  }, [app, attribution]);
  return asked && { ...names, ...asked };
}
