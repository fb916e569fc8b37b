import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import styled from 'styled-components';
import type { CaseRow } from '../../actions/listCases.ts';
import { PlainButton } from '../layout.ts';
import { Icon } from '../phone/Icon.tsx';
import { useApp } from '../useApp.ts';
import { StarSheet } from './StarSheet.tsx';

const Press = styled(PlainButton)`
  display: grid;
  place-items: center;
  width: 44px;
  height: 44px;
  color: var(--fl-quiet);
`;

/** The star of a card: in which favourites the feedback is. Filled where that was seen since the page was loaded. */
export function CardStar({ row, name }: { row: CaseRow; name: string }) {
  const { t } = useApp();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { key } = row.feedback;
  const known = queries.getQueriesData<string[]>({ queryKey: ['holding', key] });
  const isIn = known.some(([, ids]) => ids !== undefined && ids.length > 0);
  const onClose = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <Press
        ref={button}
        type="button"
        aria-label={t('favourites.star_named', { name })}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="star" isFilled={isIn} />
      </Press>
      {isOpen && <StarSheet feedbackKey={key} onClose={onClose} />}
    </>
  );
}
