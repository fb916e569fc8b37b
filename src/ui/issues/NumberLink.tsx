import styled from 'styled-components';
import { Underlined } from '../layout.ts';
import { useApp } from '../useApp.ts';

const Pressed = styled(Underlined)`
  font-weight: 600;
  font-variant-numeric: tabular-nums;
  /* Bigger to a finger than to the eye. */
  &::after { content: ''; position: absolute; inset: -6px -2px; }
  @media print { text-decoration: none; }
`;

interface Props {
  text: string;
  /** What the tickets behind it are. */
  what: string;
  onOpen: () => void;
}

/** A number that opens its tickets. */
export function NumberLink({ text, what, onOpen }: Props) {
  const { t } = useApp();
  return (
    <Pressed type="button" aria-label={t('issues.open_number', { number: text, what })} onClick={onOpen}>
      {text}
    </Pressed>
  );
}
