import type { PackIssue } from '../../care/issues/pack.ts';
import { Comment } from '../Comment.tsx';
import { isolate } from '../formats.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Heading, Section } from './layout.ts';
import { aboutOf } from './packWords.ts';
import { SentenceText } from './SentenceText.tsx';
import type { Month } from './useMonth.ts';

interface Props {
  of: PackIssue;
  month: Month;
  names: Record<string, string>;
}

/** An issue on paper: its sentence, what proves it, and what customers wrote. */
export function PackIssuePart({ of, month, names }: Props) {
  const app = useApp();
  const { t } = app;
  const { issue, name, sentence, searchFailure, verbatims } = of;
  return (
    <Section $gap={8}>
      <Heading dir="auto">{name}</Heading>
      <SentenceText sentence={sentence} about={aboutOf(app, of, month, names)} />
      {issue?.status === 'fixed' && issue.whatChanged !== '' && (
        <p dir="auto">{t('issues.what_changed_was', { text: isolate(issue.whatChanged) })}</p>
      )}
      {issue === null && <Quiet>{t('issues.no_issue_yet')}</Quiet>}
      {searchFailure && <Quiet>{t('issues.search_left_out', { why: t(`failure.${searchFailure}`) })}</Quiet>}
      {issue?.evidence.map(({ url, text }) => (
        <p key={`${url} ${text}`} dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {[text, url].filter(Boolean).join(' · ')}
        </p>
      ))}
      {verbatims.length > 0 && (
        <Stack $gap={6}>
          <Quiet>{t('issues.verbatims')}</Quiet>
          {verbatims.map(({ key, text }) => (
            <Comment key={key} text={text} />
          ))}
        </Stack>
      )}
    </Section>
  );
}
