import { Anchor } from '@zendeskgarden/react-buttons';
import { putAwayThanks, readThanks } from '../../actions/readThanks.ts';
import { isolate } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';
import { NewsBlock } from './NewsBlock.tsx';

/** What became of issues the reader named: fixed, with thanks; on whatever ticket they are, until put away. */
export function ThanksLine() {
  const { t } = useApp();
  return (
    <NewsBlock title={t('thanks.title')} away={t('thanks.away')} read={readThanks} putAway={putAwayThanks}>
      {([newest, ...others]) => (
        <>
          <div>
            {t('thanks.fixed', { name: isolate(newest.name) })} <When at={newest.fixedAt} />
          </div>
          {newest.whatChanged && <Quiet dir="auto">{newest.whatChanged}</Quiet>}
          {newest.link && (
            <div>
              <Anchor href={newest.link} target="_blank" rel="noopener noreferrer">
                {t('thanks.link')}
              </Anchor>
            </div>
          )}
          {others.map(({ issueId, name }) => (
            <Quiet key={issueId}>{t('thanks.also', { name: isolate(name) })}</Quiet>
          ))}
        </>
      )}
    </NewsBlock>
  );
}
