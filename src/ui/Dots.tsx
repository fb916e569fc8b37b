import styled from 'styled-components';

const Row = styled.span`
  display: inline-flex;
  gap: 3px;
  vertical-align: middle;
`;

const Dot = styled.span<{ $isFull: boolean }>`
  width: 10px;
  height: 10px;
  border: 2px solid ${({ $isFull }) => ($isFull ? 'var(--fl-text)' : 'var(--fl-strong)')};
  border-radius: 50%;
  background: ${({ $isFull }) => ($isFull ? 'var(--fl-text)' : 'transparent')};
`;

interface Props {
  value: number;
  scale: number;
  lowest: number;
}

/** The number beside it as a picture; said by the number alone. Only for scales from 1 to 10 at most. */
export function Dots({ value, scale, lowest }: Props) {
  if (scale > 10 || lowest !== 1) return null;
  const steps = Array.from({ length: scale }, (_, index) => index + 1);
  return (
    <Row aria-hidden="true">
      {steps.map((step) => (
        <Dot key={step} $isFull={step <= value} />
      ))}
    </Row>
  );
}
