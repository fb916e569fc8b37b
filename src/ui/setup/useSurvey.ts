import { useQuery, useQueryClient } from '@tanstack/react-query';
import { offerOnSolved, putBackSurvey, type Replaced } from '../../actions/offerOnSolved.ts';
import { readSurveyDelivery, type SurveyDelivery } from '../../actions/readSurveyDelivery.ts';
import type { Configuration } from '../../care/configuration.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { surveyMail } from './surveyMail.ts';
import { useTry } from './useTry.ts';

export interface SurveyUse {
  survey: SurveyDelivery | null;
  /** Of reading it. */
  failure: Failure | null;
  reload: () => void;
  offer: (replace: readonly Replaced[]) => void;
  putBack: () => void;
  isBusy: boolean;
  /** Of the last press. */
  unwritten: Failure | null;
}

/** What asks the customers today, read when the section opens, and the way to change it. */
export function useSurvey(onWritten: () => void): SurveyUse {
  const app = useApp();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const mail = surveyMail(app.t);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['survey'],
    queryFn: () => readSurveyDelivery(app, mail),
    refetchOnMount: 'always',
  });
  const { run, isBusy, failure } = useTry();
  const write = (verb: () => Promise<Configuration>, said: 'setup.survey.offered' | 'setup.survey.back') =>
    run(async () => {
      try {
        Object.assign(app.configuration, await verb());
      } finally {
        for (const queryKey of [['configuration'], ['made'], ['checklist']])
          queries.removeQueries({ queryKey });
        await refetch();
      }
      announce(app.t(said));
      onWritten();
    });
  return {
    survey: data ?? null,
    failure: error && !isFetching ? asFailure(error) : null,
    reload: () => void refetch(),
    offer: (replace) => write(() => offerOnSolved(app, mail, replace), 'setup.survey.offered'),
    putBack: () => write(() => putBackSurvey(app, mail), 'setup.survey.back'),
    isBusy,
    unwritten: failure,
  };
}
