import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { emptyQuery, facets, isOwnOrder } from '../../care/query.ts';
import { Line, Underlined } from '../layout.ts';
import { narrow } from '../triage/layout.ts';
import { useApp } from '../useApp.ts';
import { facetText } from './facetText.ts';
import type { QueueBarProps } from './QueueBar.tsx';

const Row = styled(Line)`
  padding: 0 20px 8px;
  ${narrow} { padding: 0 14px 8px; }
`;

/** What is asked for, each with the press that takes it away. */
export function Chips({ cases, query, onQuery }: Pick<QueueBarProps, 'cases' | 'query' | 'onQuery'>) {
  const { t } = useApp();
  const words = { t, ...cases.known };
  const chips = [
    ...(query.text.trim() === ''
      ? []
      : [{ id: 'text', text: t('queue.chip_text', { text: query.text }), without: { ...query, text: '' } }]),
    ...facets.flatMap((facet) =>
      (query[facet] as string[]).map((value) => ({
        id: `${facet}:${value}`,
        text: t('queue.chip', { name: t(`queue.by_${facet}`), value: facetText(facet, value, words) }),
        without: { ...query, [facet]: (query[facet] as string[]).filter((one) => one !== value) },
      })),
    ),
    ...(isOwnOrder(query.sort)
      ? []
      : [
          {
            id: 'sort',
            text: t(query.sort.isDescending ? 'queue.chip_down' : 'queue.chip_up', {
              name: t(`column.${query.sort.by}` as 'column.due'),
            }),
            without: { ...query, sort: emptyQuery.sort },
          },
        ]),
  ];
  if (chips.length === 0) return null;
  return (
    <Row as="ul" aria-label={t('queue.chosen')}>
      {chips.map(({ id, text, without }) => (
        <li key={id}>
          <Button
            size="small"
            isPill
            aria-label={t('queue.remove', { what: text })}
            onClick={() => onQuery(without)}
          >
            {text}
            <span aria-hidden="true">{'\u00a0×'}</span>
          </Button>
        </li>
      ))}
      <li>
        <Underlined type="button" onClick={() => onQuery({ ...emptyQuery, view: query.view })}>
          {t('queue.clear')}
        </Underlined>
      </li>
    </Row>
  );
}
