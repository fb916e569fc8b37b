import { Button } from '@zendeskgarden/react-buttons';
import { Stack } from '../layout.ts';
import { pagesFor } from '../pages.ts';
import { useApp } from '../useApp.ts';
import { CopyLink } from './CopyLink.tsx';
import { Sheet } from './Sheet.tsx';
import type { ShelfProps } from './Shelf.tsx';

type Props = Pick<ShelfProps, 'onKeys' | 'onPage'> & {
  /** Of what is shown now. */
  place: string;
  onClose: () => void;
};

/** What is rarely used, where there is no room for it above. */
export function MoreSheet({ place, onKeys, onPage, onClose }: Props) {
  const { t, user, configuration } = useApp();
  const first = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Sheet title={t('bar.more')} isAtEnd onClose={onClose}>
      <Stack $gap={4}>
        {pagesFor(user, configuration)
          .filter((page) => page !== 'cases')
          .map((page) => (
            <Button key={page} onClick={first(() => onPage(page))}>
              {t(`page.${page}`)}
            </Button>
          ))}
        <Button onClick={first(onKeys)}>{t('triage.keys')}</Button>
        <CopyLink place={place} />
        <Button isBasic onClick={onClose}>
          {t('bar.close')}
        </Button>
      </Stack>
    </Sheet>
  );
}
