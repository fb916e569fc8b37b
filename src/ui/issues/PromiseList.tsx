/** What was promised: first in the month's own meeting, then what is left of earlier ones. */
import type { PackPromise } from '../../care/issues/pack.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { monthText } from './issueText.ts';
import { Heading, Rows, Section } from './layout.ts';
import { PromiseRow } from './PromiseRow.tsx';
import type { Month } from './useMonth.ts';

interface Props {
  promises: readonly PackPromise[];
  names: Record<string, string>;
  month: Month;
  /** Without it, on paper, names are text. */
  onOpen?: (id: string) => void;
}

export function PromiseList({ promises, names, month, onOpen }: Props) {
  const app = useApp();
  const { t } = app;
  const last = promises.filter(({ isLastMonth }) => isLastMonth);
  const others = promises.filter(({ isLastMonth }) => !isLastMonth);
  const name = monthText(app, month.month, month.zone);
  return (
    <Section $gap={6}>
      <Heading>{t('issues.promises', { month: name })}</Heading>
      {last.length === 0 && <Quiet>{t('issues.promises_none', { month: name })}</Quiet>}
      <Promised of={last} {...{ names, onOpen }} />
      {others.length > 0 && (
        <Stack $gap={4}>
          <Quiet>{t('issues.promises_still')}</Quiet>
          <Promised of={others} {...{ names, onOpen }} />
        </Stack>
      )}
    </Section>
  );
}

function Promised({ of, names, onOpen }: { of: PackPromise[] } & Pick<Props, 'names' | 'onOpen'>) {
  if (of.length === 0) return null;
  return (
    <Rows>
      {of.map((promise) => (
        <li key={promise.issue.id}>
          <PromiseRow {...{ promise, names, onOpen }} />
        </li>
      ))}
    </Rows>
  );
}
