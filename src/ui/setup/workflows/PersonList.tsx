import { Button } from '@zendeskgarden/react-buttons';
import { useRef, useState } from 'react';
import type { Colleague } from '../../../actions/findColleagues.ts';
import { isolate } from '../../formats.ts';
import { Line, Quiet, Stack } from '../../layout.ts';
import { useAnnounce } from '../../useAnnounce.ts';
import { useApp } from '../../useApp.ts';
import { useOnChange } from '../../useOnChange.ts';
import { ColleagueField } from '../../work/ColleagueField.tsx';
import { Box } from '../layout.ts';
import { Chosen } from './Chosen.tsx';
import type { Names } from './useNames.ts';

interface Props {
  /** Names the list for people who listen. */
  label: string;
  ids: readonly string[];
  most: number;
  names: Names;
  /** Where problems point to. */
  place?: string;
  onChange: (ids: string[]) => void;
}

/** People: those chosen, and the field to find another, opened when it is wanted. */
export function PersonList({ label, ids, most, names, place, onChange }: Props) {
  const { t } = useApp();
  const [isOpen, setOpen] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const isFull = ids.length >= most;
  const onEnd = () => {
    setOpen(false);
    add.current?.focus();
  };
  const onRemove = (id: string) => {
    onChange(ids.filter((one) => one !== id));
    add.current?.focus();
  };
  return (
    <Stack $gap={6}>
      <Chosen
        label={label}
        items={ids.map((id) => ({ id, name: names.nameOfPerson(id) }))}
        onRemove={onRemove}
      />
      {isOpen && !isFull && <Finder ids={ids} names={names} onChange={onChange} />}
      {isFull && <Quiet>{t('workflows.form.person_most', { count: most })}</Quiet>}
      <Line>
        <Button
          size="small"
          ref={add}
          data-place={place}
          aria-expanded={isOpen}
          aria-disabled={isFull}
          aria-label={isOpen ? undefined : t('workflows.form.person_add_to', { name: label })}
          onClick={() => (isOpen ? onEnd() : isFull || setOpen(true))}
        >
          {t(isOpen ? 'workflows.form.person_end' : 'workflows.form.person_add')}
        </Button>
      </Line>
    </Stack>
  );
}

type FinderProps = Pick<Props, 'ids' | 'names' | 'onChange'>;

/** Its field has the focus at first and after each name, for the next. */
function Finder({ ids, names, onChange }: FinderProps) {
  const { t, user } = useApp();
  const announce = useAnnounce();
  const box = useRef<HTMLDivElement>(null);
  useOnChange(ids.length, () => box.current?.querySelector('input')?.focus());
  const onAdd = (colleague: Colleague | null) => {
    if (!colleague || ids.includes(colleague.id)) return;
    names.learn(colleague);
    onChange([...ids, colleague.id]);
    announce(t('workflows.form.person_added', { name: isolate(colleague.name) }));
  };
  return (
    <Box $gap={6} ref={box}>
      <ColleagueField key={ids.length} chosen={null} isMissing={false} onChoose={onAdd} />
      {!ids.includes(user.id) && (
        <Line>
          <Button size="small" isBasic onClick={() => onAdd({ id: user.id, name: user.name })}>
            {t('workflows.form.me_named')}
          </Button>
        </Line>
      )}
    </Box>
  );
}
