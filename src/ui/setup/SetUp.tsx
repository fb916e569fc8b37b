/** An admin's page: set-up in one press, where scores come from, the rules they count by, and who changed them. */
import { Button } from '@zendeskgarden/react-buttons';
import { useRef, useState } from 'react';
import styled from 'styled-components';
import { Stack } from '../layout.ts';
import { narrow } from '../triage/layout.ts';
import { useApp } from '../useApp.ts';
import { useOnChange } from '../useOnChange.ts';
import { Account } from './Account.tsx';
import { Row } from './layout.ts';
import { type Section, Sections } from './Sections.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { Survey } from './Survey.tsx';
import { useChecklist } from './useChecklist.ts';
import { useSetUp } from './useSetUp.ts';

const Scroll = styled.div`
  flex: 1;
  min-height: 0;
  overflow-y: auto;
  /* What has the focus is never under the bar at the foot. */
  scroll-padding: 16px 0 110px;
`;

const Card = styled(Stack)`
  width: min(880px, 100%);
  margin: 0 auto;
  padding: 32px 24px 48px;
  ${narrow} {
    padding: 20px 14px 32px;
    button:is([data-garden-id], [aria-expanded]), input:not([type='checkbox'], [type='radio']) { min-height: 40px; }
  }
`;

const Name = styled.h1`
  && { font-size: 22px; line-height: 28px; font-weight: 600; }
`;

interface Props {
  /** Nothing was set up before, as far as this page knows. */
  isFirst: boolean;
  onStart: () => void;
  onEnd: () => void;
}

export function SetUp({ isFirst, onStart, onEnd }: Props) {
  const { t } = useApp();
  const [section, setSection] = useState<Section>('account');
  const reading = useChecklist();
  const use = useSetUp(reading, onStart);
  const title = useRef<HTMLHeadingElement>(null);
  const isDone = use.result !== null;
  // It is read out when the card turns to its result.
  useOnChange(use.runs, () => title.current?.focus());
  const name =
    section === 'account' ? (isDone ? 'setup.done_title' : 'setup.title') : `setup.section.${section}`;
  return (
    <Scroll>
      <Card $gap={16}>
        {(isDone || !isFirst) && <Sections shown={section} onShow={setSection} />}
        <Row>
          <Name ref={title} tabIndex={-1}>
            {t(name as 'setup.title')}
          </Name>
          {section !== 'account' && (
            <Button size="small" isBasic onClick={onEnd}>
              {t('setup.to_cases')}
            </Button>
          )}
        </Row>
        {section === 'account' && (
          <Account
            use={use}
            reading={reading}
            isFirst={isFirst}
            onSources={() => setSection('sources')}
            onEnd={onEnd}
          />
        )}
        {section === 'survey' && <Survey />}
        {section !== 'account' && section !== 'survey' && (
          <SettingsForm section={section} onShow={setSection} />
        )}
      </Card>
    </Scroll>
  );
}
