import { type CompileProblem, compileWorkflow, type Speed } from '../../../care/workflows/compileWorkflow.ts';
import type { RuleAccount } from '../../../care/workflows/ruleAccount.ts';
import type { MailWords } from '../../../care/workflows/ruleTexts.ts';
import { type WorkflowDraft, workflowOf } from '../../../care/workflows/workflowDraft.ts';
import { isolate } from '../../formats.ts';
import { Quiet, Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import type { Names } from './useNames.ts';

type T = ReturnType<typeof useApp>['t'];

/** Only how soon and whether it can be is asked here; the mails' words change neither. */
const noWords: MailWords = {
  subject: '',
  body: '',
  quote: '',
  reminderSubject: '',
  reminderBody: '',
  digestSubject: '',
  digestBody: '',
  praiseSubject: '',
  praiseBody: '',
};

interface Props {
  workflow: WorkflowDraft;
  account: RuleAccount;
  names: Names;
}

/** How soon a workflow without problems of its own fires, under what condition, and what stands in its way. */
export function SpeedList({ workflow, account, names }: Props) {
  const { t } = useApp();
  const { speeds, problems } = compileWorkflow(workflowOf(workflow), account, noWords);
  const said = [...new Set(problems.map((problem) => problemText(t, problem, names)))];
  return (
    <Stack $gap={4}>
      {speeds.length > 0 && (
        <Stack as="ul" $gap={2} aria-label={t('workflows.speeds')}>
          {speeds.map((speed) => (
            <Quiet as="li" key={JSON.stringify(speed)}>
              {speedText(t, speed, workflow)}
            </Quiet>
          ))}
        </Stack>
      )}
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Stack>
  );
}

function speedText(t: T, speed: Speed, { kind }: WorkflowDraft): string {
  if (speed.code === 'app')
    return t(speed.isAll ? 'workflows.speed.app_all' : 'workflows.speed.app_part', {
      why: t(
        speed.why === 'channel' && kind === 'praise'
          ? 'workflows.app_why.praise'
          : `workflows.app_why.${speed.why}`,
      ),
    });
  if (speed.code === 'at_opening' || speed.code === 'reminder')
    return t(`workflows.speed.${speed.code}`, { count: speed.hours });
  return t(`workflows.speed.${speed.code}`);
}

function problemText(t: T, { code, values }: CompileProblem, names: Names): string {
  const id = String(values.id ?? '');
  if (code === 'unknown_person')
    return t(`workflows.problem.${code}`, { name: isolate(names.nameOfPerson(id)) });
  if (code === 'unknown_group' || code === 'unknown_brand') {
    const kind = code === 'unknown_group' ? 'group' : 'brand';
    return t(`workflows.problem.${code}`, { name: isolate(names.nameOfPlace(kind, id)) });
  }
  if (code === 'no_recipient') {
    const count = Number(values.groups ?? 0);
    return count > 0
      ? t('workflows.problem.no_recipient', { count })
      : t('workflows.problem.no_recipient_rest');
  }
  if (code === 'too_many_rules')
    return t('workflows.problem.too_many_rules', { count: Number(values.count) });
  return t(`workflows.problem.${code}`, { ...values });
}
