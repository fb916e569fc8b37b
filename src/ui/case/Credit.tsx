import { useEffect, useId, useState } from 'react';
import type { App } from '../../app.ts';
import { type Attribution, creditOf, isAgent, nobody } from '../../care/attribution.ts';
import type { Feedback } from '../../care/feedback.ts';
import { Quiet, Stack, Underlined } from '../layout.ts';
import { lazyPart, preload } from '../lazyPart.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';

const importRules = () => import('./CreditRules.tsx');
const CreditRules = lazyPart(async () => (await importRules()).CreditRules);

interface Props {
  feedback: Feedback;
  names: Record<string, string>;
  /** What to say while nobody has worked it out. */
  unknown?: string;
  /** Reads the ticket's history and writes down what it proves; without it an unknown credit stays unknown. */
  workOut?: () => Promise<unknown>;
}

/** Whose feedback it is by the account's rule, and on request why: the four rules beside each other. */
export function Credit({ feedback, names: known, unknown, workOut }: Props) {
  const app = useApp();
  const { t } = app;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  useEffect(() => preload(importRules), []);
  const [asked, setAsked] = useState<Record<string, string>>({});
  const names = { ...known, ...asked };
  const { attribution } = feedback;
  return (
    <Stack $gap={4}>
      <Quiet as="div">
        {attribution ? creditText(app, attribution, names) : (unknown ?? t('credit.unknown'))}
        {(attribution || workOut) && (
          <>
            {' '}
            ·{' '}
            <Underlined
              type="button"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              {t(attribution ? 'credit.why' : 'credit.who')}
            </Underlined>
          </>
        )}
      </Quiet>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <Part>
            <CreditRules feedback={feedback} names={names} onNamed={setAsked} workOut={workOut} />
          </Part>
        )}
      </div>
    </Stack>
  );
}

function creditText({ t, configuration }: App, attribution: Attribution, names: Props['names']): string {
  const { attributionRule: used } = configuration;
  const credit = creditOf(attribution, used);
  const rule = t(`credit.${used}`);
  if (isAgent(credit)) return t('credit.line', { name: names[credit] ?? t('people.someone'), rule });
  if (credit !== nobody) return t('credit.not_proved', { rule });
  return t(used === 'most_replies' ? 'credit.nobody_replied' : 'credit.nobody');
}
