/** One area of the checklist: what is in place in a folded line, what the button will do, what is left to say. */
import type { CheckItem } from '../../care/setup/checklist.ts';
import { Folded } from '../Folded.tsx';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { CheckName } from './CheckName.tsx';
import { type CheckActs, CheckRow } from './CheckRow.tsx';
import type { CheckGroup } from './checkGroups.ts';
import { checkName, checkReasons } from './checkText.ts';
import { Strong } from './layout.ts';

/** So many are told by name; more of them open from a line. */
const fewest = 3;

const due = ['missing', 'outdated', 'extra'] as const;

export function CheckArea({ group, acts }: { group: CheckGroup; acts: CheckActs }) {
  const { t } = useApp();
  const { area, items, done, rest } = group;
  const name = t(`setup.check.area.${area}`);
  const values = { name, count: done.length, of: items.length };
  const isWhole = done.length === items.length;
  const isSingle = items.length === 1;
  return (
    <Stack as="section" aria-label={name} $gap={4}>
      {isWhole ? (
        <Folded line={`✓ ${t(isSingle ? 'setup.check.whole_single' : 'setup.check.whole_all', values)}`}>
          {done.map(asName)}
        </Folded>
      ) : (
        <>
          <Strong as="h3">{name}</Strong>
          {due.map((state) => (
            <Due key={state} state={state} items={items.filter((item) => item.state === state)} />
          ))}
          {rest.length > 0 && (
            <ul>
              {rest.map((item) => (
                <CheckRow key={item.id} item={item} acts={acts} />
              ))}
            </ul>
          )}
          {done.length > 0 && <Folded line={t('setup.check.part', values)}>{done.map(asName)}</Folded>}
        </>
      )}
      {area === 'ticket_fields' && done.length > 0 && <Quiet>{t('setup.check.placement')}</Quiet>}
    </Stack>
  );
}

function Due({ state, items }: { state: (typeof due)[number]; items: readonly CheckItem[] }) {
  const { t } = useApp();
  if (items.length === 0) return null;
  if (items.length > fewest)
    return (
      <Folded line={t(`setup.check.many.${state}`, { count: items.length })}>{items.map(asName)}</Folded>
    );
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          <span>{t(`setup.check.one.${state}`, { name: checkName(t, item) })}</span>
          {checkReasons(t, item).map((reason) => (
            <Quiet key={reason}>{reason}</Quiet>
          ))}
        </li>
      ))}
    </ul>
  );
}

const asName = (item: CheckItem) => <Name key={item.id} item={item} />;

function Name({ item }: { item: CheckItem }) {
  const { t } = useApp();
  const reasons = checkReasons(t, item);
  return (
    <Quiet as="li">
      <CheckName item={item} />
      {reasons.map((reason) => ` · ${reason}`)}
    </Quiet>
  );
}
