/** What was agreed, and the coach's own notes where Zendesk keeps them from others. */
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { readSheetProtection } from '../../actions/readSheetProtection.ts';
import { completionOf, isFull, mostOpen } from '../../care/coaching/item.ts';
import { asFailure } from '../../care/failure.ts';
import { rateOf } from '../../care/rate.ts';
import { FailureNote } from '../FailureNote.tsx';
import { useNames } from '../insights/useNames.ts';
import { Quiet, Stack, Title } from '../layout.ts';
import { rateText } from '../scores/figures.ts';
import { useApp } from '../useApp.ts';
import { ItemForm } from './ItemForm.tsx';
import { ItemList } from './ItemList.tsx';
import { ProtectionNote } from './ProtectionNote.tsx';
import { Refused } from './Refused.tsx';
import { dayOf } from './sheetText.ts';
import { useItems } from './useItems.ts';

interface Props {
  agentId: string;
  groupIds: readonly string[];
  isOwn: boolean;
  isLead: boolean;
  /** The agent's groups are known: who leads them may read what is written. */
  hasGroups: boolean;
}

export function Agreed({ agentId, groupIds, isOwn, isLead, hasGroups }: Props) {
  const app = useApp();
  const { t } = app;
  const protection = useQuery({ queryKey: ['sheet-protection'], queryFn: () => readSheetProtection(app) });
  const isGuarded = protection.data ? protection.data.kind === 'guarded' : null;
  const use = useItems(agentId, isGuarded, groupIds);
  const { items, act } = use;
  const { people } = useNames([
    { dimension: 'agent', values: (items ?? []).flatMap(({ log }) => log.map(({ byId }) => byId)) },
  ]);
  const nameOf = (id: string) => (id === app.user.id ? t('people.you') : (people[id] ?? t('people.someone')));
  const today = dayOf(app, app.now());
  const failure = protection.error ? asFailure(protection.error) : use.failure;
  const onRetry = () => void (protection.error ? protection.refetch() : use.reload());
  const shared = (items ?? []).filter(({ kind }) => kind !== 'coach_only');
  const actions = shared.filter(({ kind }) => kind === 'action');
  const notes = shared.filter(({ kind }) => kind === 'agreed');
  const own = (items ?? []).filter(({ kind }) => kind === 'coach_only');
  const { k, n } = completionOf(actions, today);
  const list = { use, nameOf, agentId, today };
  const form = { use, agentId };
  // Nobody coaches themselves; admins see the notes of all coaches.
  const hasOwn = isLead && !isOwn;
  return (
    <>
      {failure && <FailureNote kind={failure.kind} title={t('coaching.items_failed')} onRetry={onRetry} />}
      {!items && !failure && <Skeleton height="60px" />}
      {items && protection.data && (
        <>
          <Stack>
            <Title>{t('coaching.actions')}</Title>
            {isGuarded === false && <Quiet>{t('coaching.open_to_all')}</Quiet>}
            {use.isCut && <Quiet>{t('coaching.items_cut')}</Quiet>}
            {use.broken > 0 && <Quiet>{t('coaching.items_broken', { count: use.broken })}</Quiet>}
            {n > 0 && <p>{t('coaching.completion', { rate: rateText(app, rateOf(k, n)) })}</p>}
            <Refused use={use} nameOf={nameOf} />
            {act.failure && (
              <FailureNote kind={act.failure.kind} title={t('coaching.save_failed')} onRetry={act.retry} />
            )}
            <ItemList items={actions} none={t('coaching.no_actions')} {...list} />
            {hasGroups && !isFull(actions) && (
              <ItemForm kind="action" label={t('coaching.new_action')} {...form} />
            )}
            {isFull(actions) && <Quiet>{t('coaching.full', { most: mostOpen })}</Quiet>}
          </Stack>
          <Stack>
            <Title>{t('coaching.notes')}</Title>
            <ItemList items={notes} none={t('coaching.no_notes')} {...list} />
            {hasGroups && (
              <ItemForm
                kind="agreed"
                label={t(isOwn ? 'coaching.new_note_own' : 'coaching.new_note')}
                {...form}
              />
            )}
          </Stack>
          {hasOwn && (
            <Stack className="no-print">
              <Title>{t('coaching.own_notes')}</Title>
              {isGuarded ? (
                <>
                  <Quiet>{t('coaching.own_notes_why')}</Quiet>
                  <ItemList items={own} none={t('coaching.no_notes')} {...list} />
                  {hasGroups && <ItemForm kind="coach_only" label={t('coaching.new_own_note')} {...form} />}
                </>
              ) : (
                <ProtectionNote protection={protection.data} onDone={() => void protection.refetch()} />
              )}
            </Stack>
          )}
        </>
      )}
    </>
  );
}
