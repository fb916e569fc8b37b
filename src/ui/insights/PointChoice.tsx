import { Field, Label, Select } from '@zendeskgarden/react-forms';
import type { StatusPoint } from '../../care/durations.ts';
import { caseStatuses } from '../../care/ledger.ts';
import { useApp } from '../useApp.ts';

const points = caseStatuses.flatMap((status) =>
  (['first', 'last'] as const).map((entry): StatusPoint => ({ status, entry })),
);
const idOf = ({ status, entry }: StatusPoint) => `${status} ${entry}`;

interface Props {
  label: string;
  point: StatusPoint;
  onPoint: (point: StatusPoint) => void;
}

/** The first or the last time a case came to a status. */
export function PointChoice({ label, point, onPoint }: Props) {
  const { t } = useApp();
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        isCompact
        value={idOf(point)}
        onChange={({ target }) => onPoint(points.find((one) => idOf(one) === target.value) ?? point)}
      >
        {points.map((one) => (
          <option key={idOf(one)} value={idOf(one)}>
            {t(one.entry === 'first' ? 'between.first_time' : 'between.last_time', {
              status: t(`status.${one.status}`),
            })}
          </option>
        ))}
      </Select>
    </Field>
  );
}
