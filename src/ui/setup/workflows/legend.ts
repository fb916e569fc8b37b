import styled from 'styled-components';

/** Name of a part of a form. */
export const Legend = styled.h3`
  && { font-weight: 600; }
`;
