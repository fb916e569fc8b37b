import { Button } from '@zendeskgarden/react-buttons';
import type { RefObject } from 'react';
import styled from 'styled-components';
import { clockTime } from '../formats.ts';
import { Line, Quiet } from '../layout.ts';
import { PageTabs } from '../PageTabs.tsx';
import type { PageName } from '../pages.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { Bar, narrow } from './layout.ts';
import type { Cases } from './useCases.ts';
import { useIsNarrow } from './useIsNarrow.ts';

const Name = styled.h1`
  && { font-size: 18px; line-height: 24px; font-weight: 600; }
  ${narrow} { && { font-size: 16px; } }
`;

/** In the bar at the foot of the page where it is narrow. */
const Rare = styled.span`
  display: contents;
  ${narrow} { display: none; }
`;

interface Props {
  cases: Cases;
  title: RefObject<HTMLHeadingElement>;
  onKeys: () => void;
  onPage: (page: PageName) => void;
}

/** The page's name, how old the list is, and the way to read it again. */
export function Header({ cases, title, onKeys, onPage }: Props) {
  const { t, locale, user } = useApp();
  const time = clockTime(cases.asOf, useNow(), locale, user.timeZone);
  return (
    <Bar as="header">
      <Name ref={title} tabIndex={-1}>
        {t('triage.title')}
      </Name>
      <Line>
        {cases.hasData && (
          <Quiet>{cases.failure ? t('triage.stale', { time }) : t('triage.as_of', { time })}</Quiet>
        )}
        <Button
          size="small"
          isBasic
          aria-label={t('triage.refresh')}
          onClick={cases.reload}
          aria-disabled={cases.isReading}
        >
          {useIsNarrow() ? '⟳' : t('triage.refresh')}
        </Button>
        <Rare>
          <Button size="small" isBasic aria-keyshortcuts="?" onClick={onKeys}>
            {t('triage.keys')}
          </Button>
          {(cases.hasAny || cases.failure) && <PageTabs page="cases" onPage={onPage} />}
        </Rare>
      </Line>
    </Bar>
  );
}
