/** The month's meeting on paper: promises first, then the ranked issues, each with its sentence. */
import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import { exportPack } from '../../actions/exportPack.ts';
import { copyText } from '../../actions/link.ts';
import { type PackWords, packMarkdown } from '../../actions/packText.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import type { Pack } from '../../care/issues/pack.ts';
import type { Watch } from '../../care/issues/watch.ts';
import { FailureNote } from '../FailureNote.tsx';
import { absolute } from '../formats.ts';
import { LongText } from '../LongText.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { usePeople } from '../usePeople.ts';
import { Heading, Section } from './layout.ts';
import { PackIssuePart } from './PackIssuePart.tsx';
import { PrintStyle } from './PrintStyle.tsx';
import { PromiseList } from './PromiseList.tsx';
import { packWords } from './packWords.ts';
import { Ranked } from './Ranked.tsx';
import type { Month } from './useMonth.ts';
import type { MonthData } from './useMonthData.ts';
import { usePack } from './usePack.ts';
import type { Register } from './useRegister.ts';
import { Waiting } from './Waiting.tsx';

interface Props {
  month: Month;
  data: MonthData;
  register: Register;
  watches: Readonly<Record<string, Watch>>;
  onBack: () => void;
}

export function PackPage({ month, data, register, watches, onBack }: Props) {
  const app = useApp();
  const { t, locale, user } = app;
  const [hasVerbatims, setVerbatims] = useState(false);
  const use = usePack(month, data, register.issues, watches, hasVerbatims);
  const names = usePeople((register.issues ?? []).map(({ ownerId }) => ownerId));
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const { pack } = use;
  const failed = [register, data, use].find((one) => one.failure !== null);
  return (
    <Stack $gap={18}>
      <PrintStyle />
      <Line className="no-print" $gap={6}>
        <Button ref={back} size="small" isBasic onClick={onBack} style={{ marginInlineStart: -12 }}>
          {t('issues.back')}
        </Button>
      </Line>
      {failed?.failure && (
        <FailureNote kind={failed.failure.kind} title={t('issues.pack_failed')} onRetry={failed.reload} />
      )}
      {!pack && !failed && <Waiting />}
      {pack && (
        <>
          <Tools
            pack={hasVerbatims ? pack : { ...pack, hasVerbatims: true }}
            words={packWords(app, month, names)}
          />
          <Verbatims
            pack={pack}
            isAsked={hasVerbatims}
            isReading={use.isReading}
            onAsk={() => setVerbatims(true)}
          />
          <Quiet>
            {t('issues.pack_as_of', { time: absolute(pack.asOf, locale, user.timeZone) })}{' '}
            {!month.isOver && t('issues.month_open')}
          </Quiet>
          <PromiseList promises={pack.promises} names={names} month={month} />
          <Ranked pack={pack} names={names} month={month} />
          {[...pack.ranked, ...pack.few].map((one) => (
            <PackIssuePart key={one.issue?.id ?? one.name} of={one} month={month} names={names} />
          ))}
          {pack.untopiced > 0 && (
            <Section>
              <Heading>{t('issues.untopiced')}</Heading>
              <p>{t('issues.untopiced_count', { count: pack.untopiced, number: pack.untopiced })}</p>
            </Section>
          )}
        </>
      )}
    </Stack>
  );
}

/** To paper, to the clipboard, to a file. */
function Tools({ pack, words }: { pack: Pack; words: PackWords }) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const [said, setSaid] = useState<string | null>(null);
  const [byHand, setByHand] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const tell = (text: string) => {
    setFailure(null);
    setSaid(text);
    announce(text);
  };
  const onCopy = async () => {
    const text = packMarkdown(app, pack, words);
    const isCopied = await copyText(text);
    setByHand(isCopied ? null : text);
    tell(t(isCopied ? 'issues.copied' : 'issues.copy_by_hand'));
  };
  const onSave = async () => {
    try {
      await exportPack(app, pack, 'csv', words);
      tell(t('issues.csv_saved'));
    } catch (cause) {
      setFailure(asFailure(cause));
    }
  };
  return (
    <Stack className="no-print">
      <Line>
        <Button
          size="small"
          isPrimary
          onClick={() => tell(t(print() ? 'issues.printed' : 'issues.print_refused'))}
        >
          {t('issues.print')}
        </Button>
        <Button size="small" onClick={() => void onCopy()}>
          {t('issues.copy_markdown')}
        </Button>
        <Button size="small" onClick={() => void onSave()}>
          {t('issues.save_csv')}
        </Button>
      </Line>
      {failure && <FailureNote kind={failure.kind} title={t('issues.csv_failed')} />}
      {said && <Quiet>{said}</Quiet>}
      {byHand !== null && (
        <LongText
          label={t('issues.markdown')}
          lines={8}
          longest={byHand.length}
          value={byHand}
          onType={() => {}}
        />
      )}
    </Stack>
  );
}

/** Hosts may forbid a frame to print: then nothing is called, and the browser does not say so. */
function print(): boolean {
  let isBegun = false;
  const onBegin = () => {
    isBegun = true;
  };
  window.addEventListener('beforeprint', onBegin);
  try {
    window.print();
  } catch {
    return false;
  } finally {
    window.removeEventListener('beforeprint', onBegin);
  }
  return isBegun;
}

interface VerbatimsProps {
  pack: Pack;
  isAsked: boolean;
  isReading: boolean;
  onAsk: () => void;
}

/** What customers wrote is read from their tickets only when somebody asks for it. */
function Verbatims({ pack, isAsked, isReading, onAsk }: VerbatimsProps) {
  const { t } = useApp();
  const { tickets, calls } = costOf(pack);
  if (isAsked && pack.hasVerbatims)
    return <Quiet className="no-print">{t('issues.verbatims_read_first')}</Quiet>;
  if (isAsked)
    return (
      <Quiet className="no-print" role="status">
        {t(isReading ? 'issues.verbatims_reading' : 'issues.verbatims_failed')}
      </Quiet>
    );
  return (
    <Line className="no-print">
      <Button size="small" onClick={onAsk}>
        {t('issues.verbatims_add')}
      </Button>
      <Quiet as="span">{t('issues.verbatims_cost', { count: tickets, calls })}</Quiet>
    </Line>
  );
}

/** Tickets one list looks through at most, and how many a call reads; the people in them are as many again. */
const mostTickets = 100;

function costOf({ ranked, few }: Pack): { tickets: number; calls: number } {
  const bad = [...ranked, ...few].map(({ figures: { own } }) => Math.min(mostTickets, own.n - own.k));
  const tickets = bad.reduce((sum, count) => sum + count, 0);
  return { tickets, calls: 2 * Math.max(1, Math.ceil(tickets / 100)) };
}
