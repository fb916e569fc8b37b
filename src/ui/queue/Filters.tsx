import { Checkbox, Field, Label } from '@zendeskgarden/react-forms';
import styled from 'styled-components';
import { type Facet, facets, type Query } from '../../care/query.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { facetText, standing } from './facetText.ts';
import type { QueueBarProps } from './QueueBar.tsx';
import { useFacetCounts } from './useFacetCounts.ts';

const Group = styled.fieldset`
  margin: 0;
  padding: 0;
  border: 0;
  min-width: 0;
  legend { padding: 0 0 4px; font-weight: 600; }
`;

/** Choices of one filter shown at most; what was chosen is among them in any case. */
const most = 12;

/** Every filter with how many cases each of its choices leaves. */
export function Filters({ cases, query, onQuery }: Pick<QueueBarProps, 'cases' | 'query' | 'onQuery'>) {
  const { t } = useApp();
  const counts = useFacetCounts(cases, query);
  const words = { t, ...cases.known };
  const toggle = (facet: Facet, value: string) => {
    const chosen: string[] = query[facet];
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    onQuery({ ...query, [facet]: next } as Query);
  };
  return (
    <Stack $gap={16}>
      {!cases.reading.isWhole && <Quiet>{t('queue.counts_so_far')}</Quiet>}
      {facets.map((facet) => {
        const offered = choicesOf(facet, query, counts?.[facet] ?? new Map(), cases.onlooker.userId);
        if (offered.length === 0) return null;
        return (
          <Group key={facet}>
            <legend>{t(`queue.by_${facet}`)}</legend>
            {offered.map((value) => (
              <Field key={value}>
                <Checkbox
                  checked={(query[facet] as string[]).includes(value)}
                  onChange={() => toggle(facet, value)}
                >
                  <Label isRegular>
                    {facetText(facet, value, words)}{' '}
                    {counts && (
                      <Quiet as="span">{t('triage.count', { n: counts[facet].get(value) ?? 0 })}</Quiet>
                    )}
                  </Label>
                </Checkbox>
              </Field>
            ))}
          </Group>
        );
      })}
    </Stack>
  );
}

/** Standing ones in their order, then those that cases have, the most frequent first. */
function choicesOf(facet: Facet, query: Query, counts: Map<string, number>, userId: string): string[] {
  const fixed = standing[facet] ?? [];
  const chosen: readonly string[] = query[facet];
  const found = [...counts]
    .filter(([value]) => !(facet === 'owner' && value === userId))
    .sort((a, b) => b[1] - a[1])
    .map(([value]) => value);
  return [...new Set([...fixed, ...found.slice(0, most), ...chosen])];
}
