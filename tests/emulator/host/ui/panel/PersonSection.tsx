import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import styled from 'styled-components';
import { useDesk } from '../DeskContext.tsx';
import { words } from '../words.ts';
import { Choice } from './Choice.tsx';
import { PanelSection } from './PanelSection.tsx';

const Line = styled.form`
  display: flex;
  align-items: flex-end;
  gap: 8px;
  > :first-child {
    flex: 1;
  }
`;

/** Who is signed in: one of the cast, or anyone by e-mail. The desk says so when it knows nobody of that name. */
export function PersonSection() {
  const desk = useDesk();
  const [email, setEmail] = useState('');
  const { persona, personas } = desk.state();
  const { panel, top } = words;
  const cast = personas.map((one) => [one.key, `${one.name}, ${top.roles[one.key] ?? one.role}`]);
  const current = personas.find((one) => one.key === persona || one.email === persona)?.key ?? '';
  const signIn = (who: string) => {
    if (who) void desk.setPersona(who);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    signIn(email.trim());
  };
  const others = current ? {} : { '': persona ?? words.none };
  return (
    <PanelSection title={panel.person}>
      <Choice<string>
        label={panel.persona}
        value={current}
        options={{ ...others, ...Object.fromEntries(cast) }}
        onChange={signIn}
      />
      <Line onSubmit={onSubmit}>
        <Field>
          <Label isRegular>{panel.otherPerson}</Label>
          <Input isCompact type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
        <Button size="small" type="submit">
          {panel.signIn}
        </Button>
      </Line>
    </PanelSection>
  );
}
