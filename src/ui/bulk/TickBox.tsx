import styled from 'styled-components';

const Place = styled.label`
  display: grid;
  place-items: center;
  align-self: stretch;
  min-width: 40px;
  margin-inline: -12px;
  cursor: pointer;
  & > input { width: 16px; height: 16px; margin: 0; accent-color: var(--fl-accent); cursor: inherit; }
`;

interface Props {
  name: string;
  isTicked: boolean;
  /** Some are, of those it stands for. */
  isPart?: boolean;
  tabIndex?: number;
  onTick: (isRange: boolean) => void;
}

/** A check box with a thumb's room around it. */
export function TickBox({ name, isTicked, isPart = false, tabIndex, onTick }: Props) {
  return (
    <Place>
      <input
        type="checkbox"
        aria-label={name}
        checked={isTicked}
        tabIndex={tabIndex}
        ref={(box) => {
          if (box) box.indeterminate = isPart;
        }}
        onChange={(event) => onTick((event.nativeEvent as MouseEvent).shiftKey)}
      />
    </Place>
  );
}
