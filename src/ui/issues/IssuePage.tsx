/** One issue: what may be said of it this month, whether a fix held, and what is agreed. */
import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef } from 'react';
import type { StoredIssue } from '../../care/issues/issue.ts';
import type { Watch } from '../../care/issues/watch.ts';
import { FailureNote } from '../FailureNote.tsx';
import { isolate } from '../formats.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { usePeople } from '../usePeople.ts';
import { Behind } from './Behind.tsx';
import { DataLine } from './DataLine.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { HistoryList } from './HistoryList.tsx';
import { IssueForm } from './IssueForm.tsx';
import { IssueLine } from './IssueLine.tsx';
import { IssueTrend } from './IssueTrend.tsx';
import { Heading, Section } from './layout.ts';
import { MetNote } from './MetNote.tsx';
import { MonthSentence } from './MonthSentence.tsx';
import { Moves } from './Moves.tsx';
import { useBehind } from './useBehind.ts';
import { useIssueWrite } from './useIssueWrite.ts';
import type { Month } from './useMonth.ts';
import type { MonthData } from './useMonthData.ts';
import type { Register } from './useRegister.ts';
import { WatchPart } from './WatchPart.tsx';

interface Props {
  issue: StoredIssue;
  month: Month;
  data: MonthData;
  register: Register;
  watch: Watch | null;
  onBack: () => void;
}

export function IssuePage({ issue, month, data, register, watch, onBack }: Props) {
  const { t } = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  const behind = useBehind();
  const names = usePeople([issue.ownerId]);
  const write = useIssueWrite(issue, register.put);
  useEffect(() => title.current?.focus(), []);
  return (
    <Stack $gap={16}>
      <Stack $gap={6}>
        <Line>
          <Button size="small" isBasic onClick={onBack} style={{ marginInlineStart: -12 }}>
            {t('issues.back')}
          </Button>
        </Line>
        <Heading ref={title} tabIndex={-1} dir="auto" style={{ fontSize: 20, lineHeight: '28px' }}>
          {issue.name}
        </Heading>
        <IssueLine issue={issue} names={names} />
      </Stack>
      <Behind use={behind} />
      {write.failure && (
        <FailureNote
          kind={write.failure.kind}
          title={t('issues.save_failed')}
          onRetry={write.retry}
          type="error"
        />
      )}
      {write.met && <MetNote met={write.met} onMine={write.overTheirs} onTheirs={write.takeTheirs} />}
      <DataLine month={month} data={data} />
      <MonthSentence {...{ issue, month, data, names }} onBehind={behind.show} />
      <WatchPart issue={issue} watch={watch} onBehind={behind.show} />
      <IssueTrend issue={issue} month={month} onBehind={behind.show} />
      <Section $gap={10}>
        <Heading>{t('issues.standing')}</Heading>
        {issue.whatChanged !== '' && issue.status === 'fixed' && (
          <p dir="auto">{t('issues.what_changed_was', { text: isolate(issue.whatChanged) })}</p>
        )}
        <Moves issue={issue} write={write} />
      </Section>
      <IssueForm
        issue={issue}
        topics={[...(data.impact.data?.ranked ?? []), ...(data.impact.data?.few ?? [])].map(
          (one) => one.topic,
        )}
        others={(register.issues ?? []).filter(({ id }) => id !== issue.id)}
        names={names}
        write={write}
      />
      <EvidenceList issue={issue} write={write} />
      <Section $gap={6}>
        <Heading>{t('issues.history_title')}</Heading>
        <HistoryList issue={issue} />
        {issue.taggedBy.length > 0 && <Quiet>{t('issues.taggers', { count: issue.taggedBy.length })}</Quiet>}
      </Section>
    </Stack>
  );
}
