import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label, Message } from '@zendeskgarden/react-forms';
import { type FormEvent, useId, useState } from 'react';
import styled from 'styled-components';
import type { Fault, FaultKind } from '../../../control.ts';
import { words } from '../words.ts';
import { Choice } from './Choice.tsx';
import { faultPaths } from './faultPaths.ts';

const Form = styled.form`
  display: grid;
  grid-template-columns: 1fr 2fr;
  gap: 10px;
  align-items: end;
  > .wide {
    grid-column: 1 / -1;
  }
`;
const methods = {
  '': words.panel.anyMethod,
  GET: 'GET',
  POST: 'POST',
  PUT: 'PUT',
  PATCH: 'PATCH',
  DELETE: 'DELETE',
};

interface Entry {
  method: keyof typeof methods;
  path: string;
  kind: FaultKind;
  times: string;
}

/** The fault an entry means, or the sentence that says what is wrong with it. */
function faultOf({ method, path, kind, times }: Entry): Fault | string {
  if (!path.startsWith('/')) return words.panel.badPath;
  const count = Number(times);
  if (times !== '' && !(Number.isInteger(count) && count >= 1)) return words.panel.badTimes;
  return { ...(method && { method }), path, kind, ...(times !== '' && { times: count }) };
}

/** Method, path, kind and how often: one more fault. */
export function FaultForm({ onAdd }: { onAdd: (fault: Fault) => void }) {
  const [entry, setEntry] = useState<Entry>({
    method: '',
    path: '/api/v2/tickets/*',
    kind: '503',
    times: '',
  });
  const [problem, setProblem] = useState<string | null>(null);
  const listId = useId();
  const { panel } = words;
  const change = (part: Partial<Entry>) => setEntry({ ...entry, ...part });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const fault = faultOf({ ...entry, path: entry.path.trim(), times: entry.times.trim() });
    setProblem(typeof fault === 'string' ? fault : null);
    if (typeof fault !== 'string') onAdd(fault);
  };
  return (
    <Form onSubmit={onSubmit} noValidate aria-label={panel.addFault}>
      <div className="wide">
        <Field>
          <Label>{panel.path}</Label>
          <Hint>{panel.pathHint}</Hint>
          <Input
            isCompact
            list={listId}
            value={entry.path}
            onChange={(event) => change({ path: event.target.value })}
          />
        </Field>
        <datalist id={listId}>
          {faultPaths.map((path) => (
            <option key={path} value={path} />
          ))}
        </datalist>
      </div>
      <Choice
        label={panel.method}
        value={entry.method}
        options={methods}
        onChange={(method) => change({ method })}
      />
      <Choice
        label={panel.kind}
        value={entry.kind}
        options={panel.faultKind}
        onChange={(kind) => change({ kind })}
      />
      <Field>
        <Label>{panel.times}</Label>
        <Input
          isCompact
          inputMode="numeric"
          value={entry.times}
          placeholder="∞"
          title={panel.timesHint}
          onChange={(event) => change({ times: event.target.value })}
        />
      </Field>
      <Button size="small" type="submit">
        {panel.addFault}
      </Button>
      {problem && (
        <Field className="wide">
          <Message validation="error" role="alert">
            {problem}
          </Message>
        </Field>
      )}
    </Form>
  );
}
