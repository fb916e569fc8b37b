import { Quiet, Stack } from '../layout.ts';
import { freshnessText } from '../sync/freshness.ts';
import { useSyncStatus } from '../sync/useSyncStatus.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { Group, GroupName, Strong } from './layout.ts';

const roles = ['admin', 'lead', 'agent', 'custom'] as const;

/** What each role can see and does for the others: numbers need an admin's open app, and this is whose it is. */
export function Roles({ hasSync }: { hasSync: boolean }) {
  const { t } = useApp();
  return (
    <Group $gap={12}>
      <GroupName>{t('setup.roles')}</GroupName>
      {roles.map((role) => (
        <Stack key={role} $gap={2}>
          <Strong>{t(`setup.role.${role}`)}</Strong>
          <Quiet>{t(`setup.role.${role}_does`)}</Quiet>
          {role === 'admin' && hasSync && <KeptAlive />}
        </Stack>
      ))}
    </Group>
  );
}

function KeptAlive() {
  const app = useApp();
  const now = useNow();
  const { data: status } = useSyncStatus();
  return status ? <Quiet>{freshnessText(app, status, now)}</Quiet> : null;
}
