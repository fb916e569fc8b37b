/** The bar at the foot of a narrow page: what a thumb reaches first. */
import type { PropsWithChildren } from 'react';
import styled from 'styled-components';
import { barHeight } from '../views/Sheet.tsx';
import { Icon, type IconName } from './Icon.tsx';

const Foot = styled.nav`
  position: fixed;
  inset: auto 0 0 0;
  z-index: 5;
  display: grid;
  grid-auto-columns: minmax(0, 1fr);
  grid-auto-flow: column;
  min-height: ${barHeight}px;
  padding-bottom: env(safe-area-inset-bottom);
  border-top: 1px solid var(--fl-edge);
  background: var(--fl-bg);
`;

const Press = styled.button`
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: 1px;
  width: 100%;
  min-height: ${barHeight - 1}px;
  padding: 4px 2px;
  border: 0;
  background: none;
  color: var(--fl-text);
  font: inherit;
  font-size: 11px;
  line-height: 13px;
  text-align: center;
  hyphens: auto;
  cursor: pointer;
  &:focus-visible { outline-offset: -3px; }
  &[aria-expanded='true'], &[aria-pressed='true'] { color: var(--fl-accent); font-weight: 600; }
`;

export const Bar = ({ label, children }: PropsWithChildren<{ label: string }>) => (
  <Foot aria-label={label}>{children}</Foot>
);

interface BarButtonProps {
  icon: IconName;
  text: string;
  isOpen?: boolean;
  isPressed?: boolean;
  onPress: () => void;
}

export const BarButton = ({ icon, text, isOpen, isPressed, onPress }: BarButtonProps) => (
  <Press type="button" aria-expanded={isOpen} aria-pressed={isPressed} onClick={onPress}>
    <Icon name={icon} />
    <span>{text}</span>
  </Press>
);
