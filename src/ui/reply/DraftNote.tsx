import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useDraftPlace } from './useDraftPlace.ts';

/** Said beside a composer where the browser does not keep what is typed. */
export function DraftNote() {
  const { t } = useApp();
  const place = useDraftPlace();
  return place === null || place === 'browser' ? null : <Quiet>{t(`reply.kept_${place}`)}</Quiet>;
}
