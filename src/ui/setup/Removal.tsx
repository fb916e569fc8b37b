/** At the end of the first section, folded: everything created, as a list to take along, and the ways to remove it. */
import { Button } from '@zendeskgarden/react-buttons';
import { useId, useState } from 'react';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Group } from './layout.ts';
import { MadeThings } from './MadeThings.tsx';
import { RemovalParts } from './RemovalParts.tsx';

export function Removal({ onRemoved }: { onRemoved: () => void }) {
  const { t } = useApp();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <Group as="section" aria-label={t('setup.removal.title')} $gap={12}>
      <Button
        isBasic
        size="small"
        style={{ alignSelf: 'flex-start', marginInlineStart: -12 }}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t('setup.removal.title')}
        <span aria-hidden="true" style={{ marginInlineStart: 4 }}>
          {isOpen ? '▴' : '▾'}
        </span>
      </Button>
      <Stack id={id} $gap={16} hidden={!isOpen} style={isOpen ? undefined : { display: 'none' }}>
        {isOpen && (
          <>
            <Quiet>{t('setup.removal.why')}</Quiet>
            <MadeThings />
            <RemovalParts onRemoved={onRemoved} />
          </>
        )}
      </Stack>
    </Group>
  );
}
