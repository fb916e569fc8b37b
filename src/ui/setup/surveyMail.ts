import type { SurveyMail } from '../../care/setup/surveyDelivery.ts';
import type { Translate } from '../../i18n.ts';

/** Zendesk puts the survey, and what the ticket was about, where its placeholders stand. */
export const surveyMail = (t: Translate): SurveyMail => ({
  subject: t('setup.survey.mail_subject', { title: '{{ticket.title}}' }),
  body: t('setup.survey.mail_body', {
    name: '{{ticket.requester.first_name}}',
    survey: '{{satisfaction.rating_section}}',
  }),
});
