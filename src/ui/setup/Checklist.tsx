/** What set-up found in the account: filled in when the page opens, kept with its time where it cannot be renewed. */
import { Button } from '@zendeskgarden/react-buttons';
import { Dots } from '@zendeskgarden/react-loaders';
import { useRef } from 'react';
import type { CheckItem } from '../../care/setup/checklist.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Aged, Line, Quiet, Stack } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { When } from '../When.tsx';
import { CheckArea } from './CheckArea.tsx';
import { checkGroups, isDue } from './checkGroups.ts';
import { Group, GroupName, Row } from './layout.ts';
import type { ChecklistReading } from './useChecklist.ts';
import { useLeaving } from './useLeaving.ts';

interface Props {
  reading: ChecklistReading;
  /** Set-up is at work. */
  isRunning: boolean;
  onRepair: (item: CheckItem) => void;
}

export function Checklist({ reading, isRunning, onRepair }: Props) {
  const { t } = useApp();
  const announce = useAnnounce();
  const { checklist, failure, isReading, reload } = reading;
  const leaving = useLeaving(reload);
  const block = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useHeldFocus(block, title);
  const onLook = async () => {
    if (isReading) return;
    const read = await reload();
    const count = read?.items.filter(isDue).length ?? 0;
    if (read) announce(t(count === 0 ? 'setup.check.looked_none' : 'setup.check.looked', { count }));
  };
  const acts = { isBusy: isRunning || leaving.isBusy, onRepair, onLeave: leaving.leave };
  return (
    <Group as="section" aria-label={t('setup.check.title')} ref={block} $gap={12}>
      <Row>
        <GroupName ref={title} tabIndex={-1}>
          {t('setup.check.title')}
        </GroupName>
        <Line>
          {checklist && (
            <Quiet as="span">
              <When at={checklist.at} />
            </Quiet>
          )}
          <Button size="small" isBasic aria-disabled={isReading} onClick={() => void onLook()}>
            {t('setup.check.look')}
          </Button>
        </Line>
      </Row>
      {failure && (
        <FailureNote
          kind={failure.kind}
          title={t(checklist ? 'setup.check.failed_kept' : 'setup.check.failed')}
        />
      )}
      {leaving.failure && <FailureNote kind={leaving.failure.kind} title={t('setup.check.leave_failed')} />}
      {!checklist && isReading && (
        <Quiet role="status">
          <Dots delayMS={0} aria-hidden="true" /> {t('setup.check.loading')}
        </Quiet>
      )}
      {checklist && (
        <Aged $isOld={failure !== null}>
          <Stack $gap={14}>
            {checkGroups(checklist.items).map((group) => (
              <CheckArea key={group.area} group={group} acts={acts} />
            ))}
            {checklist.isCut && <Quiet>{t('setup.check.cut')}</Quiet>}
          </Stack>
        </Aged>
      )}
    </Group>
  );
}
