import styled from 'styled-components';
import type { Mail } from '../../../control.ts';
import { useDesk } from '../DeskContext.tsx';
import { Link } from '../Link.tsx';
import { color, focusRing, Quiet } from '../look.ts';
import { fullDate } from '../time.ts';
import { words } from '../words.ts';

const Letter = styled.article`
  padding: 20px 24px;
  background: ${color('background.default')};
  border: 1px solid ${color('border.default')};
  overflow-wrap: anywhere;
  h2 {
    margin: 0 0 8px;
    font-size: 20px;
    line-height: 28px;
  }
`;
const Body = styled.div`
  margin: 16px 0;
  white-space: pre-wrap;
  unicode-bidi: plaintext;
`;
const Rate = styled(Link)`
  display: inline-block;
  padding: 8px 20px;
  border-radius: 3px;
  background: ${color('background.primaryEmphasis')};
  color: ${color('foreground.onEmphasis')};
  text-decoration: none;
  font-weight: 600;
  ${focusRing}
`;

/** One mail as plain text, with the way to its survey. */
export function MailText({ mail }: { mail: Mail }) {
  const zone = useDesk().me()?.iana_time_zone ?? 'UTC';
  const { customer } = words;
  return (
    <Letter aria-label={mail.subject}>
      <h2>{mail.subject}</h2>
      <Quiet>
        {customer.from} {mail.from.name} &lt;{mail.from.email}&gt;
      </Quiet>
      <Quiet>
        {customer.to} {mail.to.name} &lt;{mail.to.email}&gt;
      </Quiet>
      <Quiet>{fullDate(mail.at, zone)}</Quiet>
      <Body dir="auto">{mail.body}</Body>
      {mail.survey && (
        <Rate to={{ page: 'survey', ticketId: mail.survey.ticketId, accessToken: mail.survey.accessToken }}>
          {customer.rate}
        </Rate>
      )}
      <Quiet style={{ marginTop: 16, fontSize: 14 }}>{customer.sentBy(mail.sentBy)}</Quiet>
    </Letter>
  );
}
