import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import type { CaseRow } from '../../actions/listCases.ts';
import { laneOf, ratedAt } from '../../care/feedback.ts';
import { customer } from '../columns/customer.ts';
import { score } from '../columns/score.ts';
import { ticket } from '../columns/ticket.ts';
import { relative } from '../formats.ts';
import { PlainButton, Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';

const Card = styled.li<{ $isSelected: boolean }>`
  display: flex;
  align-items: center;
  gap: 8px;
  padding: 4px 8px 4px 14px;
  border: 1px solid ${({ $isSelected }) => ($isSelected ? 'var(--fl-accent)' : 'var(--fl-line)')};
  border-radius: 6px;
  overflow-wrap: anywhere;
  &:hover { background: var(--fl-recessed); }
`;

const Press = styled(PlainButton)`
  display: grid;
  flex: 1;
  min-width: 0;
  min-height: 60px;
  align-content: center;
  grid-template-columns: auto minmax(0, 1fr);
  gap: 2px 10px;
  & > strong { font-variant-numeric: tabular-nums; }
  & > :nth-child(n + 3) { grid-column: 1 / -1; }
`;

interface Props {
  row: CaseRow;
  names: Record<string, string>;
  isSelected: boolean;
  isBusy: boolean;
  onOpen: () => void;
  onRemove: () => void;
}

/** One feedback of a collection: who said it, how it was rated, and where it stands. */
export function FeedbackCard({ row, names, isSelected, isBusy, onOpen, onRemove }: Props) {
  const { t, locale, user, configuration } = useApp();
  const now = useNow();
  const context = { t, locale, now, userId: user.id, names, configuration, all: new Map(), places: {} };
  const at = ratedAt(row.feedback);
  const lane = laneOf(row.feedback);
  const subject = ticket.value(row, context);
  return (
    <Card $isSelected={isSelected}>
      <Press type="button" aria-current={isSelected} onClick={onOpen}>
        <strong>{score.value(row, context)}</strong>
        <span>{customer.value(row, context)}</span>
        <span dir="auto">{subject}</span>
        <Quiet as="span">
          {[lane !== 'none' && t(`status.${lane}`), at !== null && relative(at, now, locale)]
            .filter(Boolean)
            .join(' · ')}
        </Quiet>
      </Press>
      <Button
        size="small"
        isBasic
        aria-disabled={isBusy}
        aria-label={t('favourites.take_out_named', { name: subject })}
        onClick={onRemove}
      >
        {t('favourites.take_out')}
      </Button>
    </Card>
  );
}
