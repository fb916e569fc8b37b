/** The triage page in the navigation bar: every case, next due first, worked on from here. */
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import { CasesBody } from './CasesBody.tsx';
import { CasesTop } from './CasesTop.tsx';
import { Loading } from './Loading.tsx';
import { Page } from './layout.ts';
import { FavouritesScreen, OutboxBar, SetUp, screens } from './parts.ts';
import { useTriage } from './useTriage.ts';

/** `route` is where the link that opened the page leads to. */
export function Triage({ route }: { route: unknown }) {
  const { t } = useApp();
  const use = useTriage(route);
  const { shown, setPlace, cases, linked, storage } = use;
  const outbox = use.isQuiet && (
    <Part>
      <OutboxBar
        names={cases.names}
        onWritten={({ feedback }) => cases.onFeedbacks([feedback])}
        onOpen={(key) => {
          setPlace('cases');
          linked.open(key);
        }}
      />
    </Part>
  );
  if (shown === 'set_up') {
    const onEnd = () => {
      setPlace('cases');
      void cases.reload();
    };
    return (
      <Page aria-label={t('triage.title')}>
        <Part fallback={<Loading />}>
          <SetUp
            isFirst={storage === 'not_set_up' || (use.isUnfinished && !cases.hasData)}
            onStart={() => setPlace('set_up')}
            onEnd={onEnd}
          />
        </Part>
        {outbox}
      </Page>
    );
  }
  if (shown === 'favourites') {
    return (
      <Part fallback={<Loading />}>
        <FavouritesScreen place={use.link} hasKeys={use.keys.isOn} onClose={() => setPlace('cases')} />
      </Part>
    );
  }
  if (shown !== 'cases') {
    const Screen = screens[shown];
    return (
      <Page aria-label={t('triage.title')}>
        <Part fallback={<Loading />}>
          <Screen onPage={setPlace} />
        </Part>
        {outbox}
      </Page>
    );
  }
  return (
    <Page aria-label={t('triage.title')} ref={use.page}>
      <CasesTop use={use} />
      {!cases.hasData && !cases.failure && !cases.hasAny && <Loading />}
      {cases.hasAny && !storage && <CasesBody use={use} />}
      {outbox}
    </Page>
  );
}
