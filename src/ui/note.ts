import { Alert } from '@zendeskgarden/react-notifications';
import styled from 'styled-components';

/** Garden's alert, drawn in for narrow frames. */
export const Note = styled(Alert)`
  && { padding: 10px 12px 10px 36px; }
  && > svg { inset-inline-start: 12px; margin-top: 2px; }
`;
