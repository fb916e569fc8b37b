/** The way from page to page. */
import { Button } from '@zendeskgarden/react-buttons';
import { Line } from './layout.ts';
import { type PageName, pagesFor } from './pages.ts';
import { useApp } from './useApp.ts';

export function PageTabs({ page, onPage }: { page: PageName; onPage: (page: PageName) => void }) {
  const { t, user, configuration } = useApp();
  return (
    <Line as="nav" $gap={4} aria-label={t('page.all')}>
      {pagesFor(user, configuration).map((name) => (
        <Button
          key={name}
          size="small"
          isBasic={name !== page}
          aria-current={name === page ? 'page' : undefined}
          onClick={name === page ? undefined : () => onPage(name)}
        >
          {t(`page.${name}`)}
        </Button>
      ))}
    </Line>
  );
}
