import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readOrganizations } from '../../actions/readOrganizations.ts';
import { asFailure } from '../../care/failure.ts';
import { isolate } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';

/** Milliseconds without another key until somebody has finished a number. */
const pauseMs = 600;

/** Whose numbers these are, so that a slip is seen before it is saved. Says nothing until they are known. */
export function OrganizationNames({ ids }: { ids: readonly string[] }) {
  const app = useApp();
  const { t, locale } = app;
  const wanted = usePaused(ids.join());
  const { data, error } = useQuery({
    queryKey: ['organizations', wanted],
    queryFn: () => readOrganizations(app, wanted.split(',')),
    enabled: wanted !== '',
  });
  if (wanted === '') return null;
  if (error) {
    const why = t(`failure.${asFailure(error).kind}`);
    return <Quiet>{t('setup.vip.organizations_unread', { why })}</Quiet>;
  }
  if (!data) return null;
  const names = data.map(({ id, name }) =>
    name === null ? t('setup.vip.organization_unknown', { id }) : isolate(name),
  );
  return <Quiet>{new Intl.ListFormat(locale, { type: 'unit' }).format(names)}</Quiet>;
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
