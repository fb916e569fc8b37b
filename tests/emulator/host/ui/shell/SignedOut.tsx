import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { useDesk } from '../DeskContext.tsx';
import { Page, PageTitle, Quiet } from '../look.ts';
import { words } from '../words.ts';

const Choices = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin: 16px 0;
`;

/** Nobody is signed in: the cast to choose from. */
export function SignedOut({ onPanel }: { onPanel: () => void }) {
  const desk = useDesk();
  return (
    <Page>
      <PageTitle>{words.signedOut}</PageTitle>
      <Quiet>{words.choosePersona}</Quiet>
      <Choices>
        {desk.state().personas.map((persona) => (
          <Button key={persona.key} onClick={() => void desk.setPersona(persona.key)}>
            {persona.name}, {words.top.roles[persona.key]}
          </Button>
        ))}
        <Button isBasic onClick={onPanel}>
          {words.openPanel}
        </Button>
      </Choices>
    </Page>
  );
}
