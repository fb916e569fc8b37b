import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { isolate } from '../../formats.ts';
import { Line } from '../../layout.ts';
import { useApp } from '../../useApp.ts';

const Item = styled.li`
  display: flex;
  align-items: center;
  gap: 4px;
  max-width: 100%;
  padding-inline: 10px 2px;
  border: 1px solid var(--fl-edge);
  border-radius: 4px;
  overflow-wrap: anywhere;
`;

interface Props {
  label: string;
  items: readonly { id: string; name: string }[];
  onRemove: (id: string) => void;
}

/** What is on a list, each with the way to take it away. */
export function Chosen({ label, items, onRemove }: Props) {
  const { t } = useApp();
  if (items.length === 0) return null;
  return (
    <Line as="ul" $gap={6} aria-label={label}>
      {items.map(({ id, name }) => (
        <Item key={id}>
          <span dir="auto">{isolate(name)}</span>
          <Button
            size="small"
            isBasic
            aria-label={t('workflows.form.remove_named', { name: isolate(name) })}
            onClick={() => onRemove(id)}
          >
            <span aria-hidden="true">×</span>
          </Button>
        </Item>
      ))}
    </Line>
  );
}
