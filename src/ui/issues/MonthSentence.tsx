import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { copyText } from '../../actions/link.ts';
import type { StoredIssue } from '../../care/issues/issue.ts';
import type { IssuePart, IssueQuestion } from '../../care/issues/issueFigures.ts';
import { type Sentence, sentenceOf } from '../../care/issues/sentence.ts';
import { FailureNote } from '../FailureNote.tsx';
import { useAsk } from '../insights/useCounter.ts';
import { Line, Quiet } from '../layout.ts';
import { Compare } from '../pictures/Compare.tsx';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { monthText, percentText } from './issueText.ts';
import { Heading, Saying, Section } from './layout.ts';
import { aboutOf } from './packWords.ts';
import { SentenceText } from './SentenceText.tsx';
import { type About, asText, sentenceLines } from './sentenceLines.ts';
import { useFound } from './useFound.ts';
import type { Month } from './useMonth.ts';
import type { MonthData } from './useMonthData.ts';
import { Waiting } from './Waiting.tsx';

interface Props {
  issue: StoredIssue;
  month: Month;
  data: MonthData;
  names: Record<string, string>;
  onBehind: (title: string, keys: Promise<string[]>) => void;
}

/** What may be said of the issue's tickets of the month, or why nothing may; and both sides as a picture. */
export function MonthSentence({ issue, month, data, names, onBehind }: Props) {
  const app = useApp();
  const { t } = app;
  const search = useFound(issue.query, month.month);
  const asked: IssueQuestion = {
    topics: issue.topics,
    found: search.found,
    period: month.month,
    hasSuspected: false,
  };
  const isReady = issue.query === null || search.found !== null || search.failure !== null;
  const { data: figures, isCounting } = useAsk(data.counter, 'issueFigures', isReady ? [asked] : null);
  const name = monthText(app, month.month, month.zone);
  const about = aboutOf(app, { issue, name: issue.name }, month, names);
  const sentence = figures && sentenceOf(figures, issue);
  const open = (part: IssuePart) => {
    const keys = data.counter?.ask('issueKeys', asked, part) ?? Promise.resolve([]);
    onBehind(t('issues.behind_part', { what: t(`issues.part.${part}`), name: issue.name }), keys);
  };
  const hasBoth = sentence !== null && sentence.own.value !== null && sentence.rest.value !== null;
  return (
    <Section $gap={12} aria-busy={isCounting || undefined}>
      <Heading>{t('issues.sentence_title', { month: name })}</Heading>
      {search.failure && (
        <FailureNote
          kind={search.failure.kind}
          title={t(search.failure.kind === 'invalid' ? 'issues.search_refused' : 'issues.search_failed')}
          onRetry={search.reload}
        />
      )}
      {issue.topics.length === 0 && issue.query === null && <Quiet>{t('issues.no_topics')}</Quiet>}
      {search.isReading && <Quiet>{t('issues.searching')}</Quiet>}
      {!sentence && !data.failure && <Waiting />}
      {sentence && (
        <>
          <Saying>
            <SentenceText sentence={sentence} about={about} onOpen={open} />
          </Saying>
          <Basis sentence={sentence} />
          <Copy sentence={sentence} about={about} />
        </>
      )}
      {sentence && hasBoth && (
        <Compare
          title={t('issues.compare_title')}
          sentence={t('issues.compare_sentence', {
            rate: percentText(app, (sentence.own.value ?? 0) * 100),
            rated: sentence.own.n,
            rest: percentText(app, (sentence.rest.value ?? 0) * 100),
            rest_rated: sentence.rest.n,
          })}
          unit="share"
          rows={[
            { ...sentence.own, label: issue.name },
            { ...sentence.rest, label: t('issues.the_rest') },
          ]}
          onOpen={(index) => open(index === 0 ? 'rated' : 'rest')}
        />
      )}
    </Section>
  );
}

/** Where the tickets are known from, and how many of them answered. */
function Basis({ sentence: { figures, response } }: { sentence: Sentence }) {
  const app = useApp();
  const { t } = app;
  const { basis, byTopic, bySearch } = figures;
  const said = [
    basis === 'search'
      ? t('issues.basis_search', { topic: byTopic, search: bySearch })
      : t('issues.basis_topics'),
    response.value !== null &&
      t('issues.response', {
        rate: percentText(app, response.value * 100),
        rated: response.k,
        handled: response.n,
      }),
  ].filter((one) => typeof one === 'string');
  return <Quiet>{said.join(' ')}</Quiet>;
}

function Copy({ sentence, about }: { sentence: Sentence; about: About }) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const [said, setSaid] = useState<string | null>(null);
  const onCopy = async () => {
    const isCopied = await copyText(sentenceLines(app, sentence, about, asText).join('\n'));
    const result = t(isCopied ? 'issues.copied' : 'issues.copy_refused');
    setSaid(result);
    announce(result);
  };
  return (
    <Line className="no-print">
      <Button size="small" onClick={() => void onCopy()}>
        {t('issues.copy_sentence')}
      </Button>
      {said && <Quiet as="span">{said}</Quiet>}
    </Line>
  );
}
