import type { SheetData } from '../../actions/readSheet.ts';
import type { Sheet } from '../../care/coaching/sheet.ts';
import { Comment } from '../Comment.tsx';
import { Quiet, Stack, Title, Underlined } from '../layout.ts';
import { useApp } from '../useApp.ts';
import type { Behind } from './AgentSheet.tsx';

/** Comments shown. */
const mostShown = 5;

/** The best scores, in the customers' words as the tickets hold them. */
export function Praise({
  sheet,
  data,
  onBehind,
}: {
  sheet: Sheet;
  data: SheetData;
  onBehind: (behind: Behind) => void;
}) {
  const { t } = useApp();
  const { praise } = sheet;
  const said = praise.filter((key) => data.comments.has(key));
  const title = t('coaching.praise_behind');
  return (
    <Stack>
      <Title>{t('coaching.praise')}</Title>
      {said.slice(0, mostShown).map((key) => (
        <Comment key={key} text={data.comments.get(key) ?? ''} />
      ))}
      {praise.length === 0 ? (
        <Quiet>{t('coaching.no_praise')}</Quiet>
      ) : (
        <div>
          <Underlined type="button" onClick={() => onBehind({ title, keys: praise })}>
            {t('coaching.praised', { count: praise.length, words: said.length })}
          </Underlined>
        </div>
      )}
    </Stack>
  );
}
