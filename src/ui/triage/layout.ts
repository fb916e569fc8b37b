/** Shapes of the triage page: list and panel side by side, one above the other where it is narrow. */
import styled from 'styled-components';
import { Line } from '../layout.ts';

export const narrow = '@media (max-width: 600px)';

export const Page = styled.main`
  display: flex;
  flex-direction: column;
  height: 100vh;
  min-height: 0;
  background: var(--fl-bg);
`;

export const Bar = styled(Line)`
  justify-content: space-between;
  padding: 12px 20px 0;
  ${narrow} { padding: 10px 14px 0; }
`;

/** Where it says how current the scores are; its place is kept while that is being read. */
export const SyncLine = styled.div`
  min-height: 28px;
  padding: 0 20px;
  ${narrow} { padding: 0 14px; }
`;

/** Where whoever may be alerted finds alerts; its place is kept, that none moves the list. */
export const NoticePlace = styled.div`
  min-height: 40px;
  padding: 0 20px;
  ${narrow} { padding: 0 14px; }
`;

/** The views, with what else there is to choose beside them. */
export const TabLine = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  align-items: center;
`;

/** Where the list is searched and filtered; its place is kept while its code is on the way. */
export const QueuePlace = styled.div`
  min-height: 48px;
`;

export const Notice = styled.div`
  padding: 8px 20px 12px;
  ${narrow} { padding: 8px 14px 10px; }
`;

export const Split = styled.div<{ $isOpen: boolean }>`
  position: relative;
  display: grid;
  flex: 1;
  min-height: 0;
  grid-template-columns: minmax(0, 1fr) ${({ $isOpen }) => ($isOpen ? 'minmax(340px, 420px)' : '')};
  grid-template-rows: minmax(0, 1fr);
  border-top: 1px solid var(--fl-line);
  @media (max-width: 900px) {
    grid-template-columns: minmax(0, 1fr);
    ${({ $isOpen }) => $isOpen && '& > :first-child { visibility: hidden; }'}
  }
`;

/** The list's side of the page; what it holds scrolls by itself. */
export const Side = styled.div`
  position: relative;
  min-width: 0;
  min-height: 0;
`;

export const Panel = styled.aside`
  position: relative;
  overflow-y: auto;
  border-inline-start: 1px solid var(--fl-line);
  background: var(--fl-bg);
  @media (max-width: 900px) {
    position: absolute;
    inset: 0;
    border: 0;
  }
  ${narrow} { button[data-garden-id] { min-height: 40px; } }
`;
