import styled from 'styled-components';
import type { Example } from '../../actions/previewSource.ts';
import type { ConfigurationDraft } from '../../care/configurationDraft.ts';
import { Quiet, Stack } from '../layout.ts';
import { narrow } from '../triage/layout.ts';
import { useApp } from '../useApp.ts';
import { countsAs, type Directed, turned } from './countsAs.ts';
import type { ExamplesReading } from './useExamples.ts';

const Table = styled.ul<{ $hasText: boolean }>`
  display: grid;
  grid-template-columns: max-content ${({ $hasText }) => ($hasText ? 'minmax(0, 1fr)' : '')} minmax(0, 1.4fr);
  gap: 4px 16px;
  font-size: 13px;
  line-height: 18px;
  ${narrow} { grid-template-columns: minmax(0, 1fr); gap: 0; }
`;

const Item = styled.li`
  display: contents;
  ${narrow} { display: block; padding: 6px 0; }
`;

/** Two lines of it at most: notes can be long. */
const Text = styled.span`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  overflow-wrap: anywhere;
  unicode-bidi: isolate;
  color: var(--fl-quiet);
`;

interface Props {
  preview: ExamplesReading;
  source: Directed & { lowest: number; scale: number };
  draft: ConfigurationDraft;
  /** What was looked through. */
  of: 'tickets' | 'notes' | 'answers';
}

/** What would be read from the account's own tickets, and how it would count, while somebody is choosing. */
export function Examples({ preview: { preview, failure, isReading }, source, draft, of }: Props) {
  const { t } = useApp();
  return (
    <Stack $gap={4}>
      <Quiet as="h3">{t('setup.examples.title')}</Quiet>
      {isReading && <Quiet>{t('setup.examples.reading')}</Quiet>}
      {failure && <Quiet>{t('setup.examples.failed', { why: t(`failure.${failure.kind}`) })}</Quiet>}
      {!preview && !isReading && !failure && <Quiet>{t('setup.examples.first')}</Quiet>}
      {preview && preview.examples.length === 0 && <Quiet>{noneText(t, of, preview.looked)}</Quiet>}
      {preview && preview.examples.length > 0 && (
        <Table $hasText={of !== 'answers'}>
          {preview.examples.map((example, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: examples are drawn anew as a whole
            <Item key={index}>
              <Line example={example} source={source} draft={draft} />
            </Item>
          ))}
        </Table>
      )}
    </Stack>
  );
}

function noneText(t: ReturnType<typeof useApp>['t'], of: Props['of'], count: number): string {
  if (of === 'answers') return t('setup.examples.none_answers');
  return t(of === 'notes' ? 'setup.examples.none_notes' : 'setup.examples.none_tickets', { count });
}

function Line({ example, source, draft }: Pick<Props, 'source' | 'draft'> & { example: Example }) {
  const { t } = useApp();
  const { ticketId, text, rating, unread } = example;
  return (
    <>
      <span>
        {ticketId === null
          ? t('setup.examples.conversation')
          : t('setup.examples.ticket', { id: ticketId })}{' '}
      </span>
      {text !== '' && <Text dir="auto">{text.slice(0, 300)}</Text>}
      {rating ? (
        <Reading rating={rating} source={source} draft={draft} />
      ) : (
        <Quiet as="span">{t(`setup.examples.unread.${unread ?? 'no_number'}`, ends(source))}</Quiet>
      )}
    </>
  );
}

type ReadingProps = Pick<Props, 'source' | 'draft'> & { rating: NonNullable<Example['rating']> };

function Reading({ rating, source, draft }: ReadingProps) {
  const { t } = useApp();
  const good = turned(rating, source);
  const values = { value: rating.value ?? 0, scale: rating.scale ?? 0, turned: good.value ?? 0 };
  const typed = Number(
    (rating.metric === 'csat' ? draft.csatThreshold : draft.cesThreshold).replace(',', '.'),
  );
  return (
    <span>
      <strong>
        {t(good.value === rating.value ? 'setup.examples.number' : 'setup.examples.turned', values)}
      </strong>{' '}
      {countsAs(t, good, typed >= 1 && typed <= 5 ? typed : null)}
    </span>
  );
}

const ends = ({ lowest, scale }: Props['source']) => ({ lowest, scale });
