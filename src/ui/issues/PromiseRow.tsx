import { Tag } from '@zendeskgarden/react-tags';
import type { PackPromise } from '../../care/issues/pack.ts';
import { isolate } from '../formats.ts';
import { Line, Stack, Underlined } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { dayText, ownerText } from './issueText.ts';
import { Small, Wide } from './layout.ts';

type Look = 'kept' | 'lapsed' | 'too_early' | 'not_clear' | PackPromise['state'];

/** Of one that was fixed: whether that held. */
export const lookOf = ({ state, watch }: PackPromise): Look =>
  state === 'done' && watch ? watch.state : state;

const hues: Partial<Record<Look, string>> = { kept: 'green', lapsed: 'red', overdue: 'red', done: 'green' };

interface Props {
  promise: PackPromise;
  names: Record<string, string>;
  /** Without it the name is text. */
  onOpen?: (id: string) => void;
}

/** What was promised, by whom, and what became of it. */
export function PromiseRow({ promise, names, onOpen }: Props) {
  const app = useApp();
  const { t } = app;
  const { issue, ageDays } = promise;
  const look = lookOf(promise);
  const said = [
    ownerText(issue, names, app) ?? t('issues.nobody'),
    t('issues.age', { count: ageDays }),
    issue.dueOn !== null && t('issues.due_on', { day: dayText(app, issue.dueOn) }),
  ].filter((one) => typeof one === 'string');
  const words = issue.status === 'fixed' ? issue.whatChanged : issue.ask;
  return (
    <Wide>
      <Stack $gap={2}>
        {onOpen ? (
          <div>
            <Underlined
              type="button"
              dir="auto"
              data-issue={issue.id}
              style={{ fontWeight: 600, overflowWrap: 'anywhere' }}
              onClick={() => onOpen(issue.id)}
            >
              {issue.name}
            </Underlined>
          </div>
        ) : (
          <strong dir="auto">{issue.name}</strong>
        )}
        {words !== '' && <span dir="auto">{isolate(words)}</span>}
        <Small>{said.join(' · ')}</Small>
      </Stack>
      <Line style={{ flex: 'none' }}>
        <Tag hue={hues[look]}>
          <span>{t(`issues.promise.${look}`)}</span>
        </Tag>
      </Line>
    </Wide>
  );
}
