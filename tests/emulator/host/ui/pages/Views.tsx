import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label, Select } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import styled from 'styled-components';
import { useDesk } from '../DeskContext.tsx';
import { Page, PageTitle, Quiet } from '../look.ts';
import { Problem } from '../Problem.tsx';
import { findTickets, pageSize, type Satisfaction, searchPath } from '../tickets.ts';
import { useLoaded } from '../useLoaded.ts';
import { words } from '../words.ts';
import { TicketTable } from './TicketTable.tsx';

const Filters = styled.form`
  display: flex;
  flex-wrap: wrap;
  align-items: flex-end;
  gap: 12px;
  margin: 16px 0;
  > :first-child {
    flex: 1 1 320px;
  }
`;
const Pager = styled.nav`
  display: flex;
  align-items: center;
  gap: 12px;
  margin-top: 16px;
`;
const satisfactions = Object.keys(words.views.satisfactions) as Satisfaction[];

interface Asked {
  text: string;
  satisfaction: Satisfaction;
  page: number;
}
const nothingAsked: Asked = { text: '', satisfaction: 'any', page: 1 };

function SearchForm({ onAsk }: { onAsk: (asked: Asked) => void }) {
  const [text, setText] = useState('');
  const [satisfaction, setSatisfaction] = useState<Satisfaction>('any');
  const { views } = words;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onAsk({ text, satisfaction, page: 1 });
  };
  return (
    <Filters role="search" onSubmit={onSubmit}>
      <Field>
        <Label>{views.search}</Label>
        <Hint>{views.searchHint}</Hint>
        <Input type="search" isCompact value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Field>
        <Label>{views.satisfaction}</Label>
        <Select
          isCompact
          value={satisfaction}
          onChange={(event) => {
            const chosen = satisfactions.find((one) => one === event.target.value) ?? 'any';
            setSatisfaction(chosen);
            onAsk({ text, satisfaction: chosen, page: 1 });
          }}
        >
          {satisfactions.map((one) => (
            <option key={one} value={one}>
              {views.satisfactions[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" size="small" isPrimary>
        {views.submit}
      </Button>
    </Filters>
  );
}

function Pages({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const { views } = words;
  if (pages <= 1) return null;
  return (
    <Pager aria-label={views.pages}>
      <Button size="small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {views.previous}
      </Button>
      <span>{views.page(page, pages)}</span>
      <Button size="small" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {views.next}
      </Button>
    </Pager>
  );
}

/** All tickets the person may see, by Zendesk's own search. */
export function Views() {
  const desk = useDesk();
  const [asked, setAsked] = useState(nothingAsked);
  const [round, setRound] = useState(0);
  const path = searchPath(asked.text, asked.satisfaction, asked.page, pageSize);
  const found = useLoaded(path, () => findTickets(desk, path));
  const { views } = words;
  const isGood = found.value !== null && found.problem === null;
  const count = found.value?.count ?? 0;
  const onClear = () => {
    setAsked(nothingAsked);
    setRound(round + 1);
  };
  return (
    <Page>
      <PageTitle>{views.title}</PageTitle>
      <SearchForm key={round} onAsk={setAsked} />
      <Quiet role="status">{isGood ? views.count(count) : found.isLoading && words.loading}</Quiet>
      {found.problem && <Problem sentence={found.problem} onRetry={found.reload} />}
      {isGood && count > 0 && <TicketTable tickets={found.value?.tickets ?? []} label={views.title} />}
      {isGood && count === 0 && (
        <Quiet>
          {views.empty}{' '}
          <Button isLink onClick={onClear}>
            {views.clear}
          </Button>
        </Quiet>
      )}
      <Pages
        page={asked.page}
        pages={Math.ceil(Math.min(count, 1000) / pageSize)}
        onPage={(page) => setAsked({ ...asked, page })}
      />
    </Page>
  );
}
