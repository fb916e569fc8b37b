import { useId } from 'react';
import styled from 'styled-components';
import { Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { fieldLook } from './fieldLook.ts';

const Input = styled.input`${fieldLook}`;

interface Props {
  text: string;
  topics: readonly string[];
  longest: number;
  onType: (text: string) => void;
}

/** Which issue it was, with those used before to choose from. */
export function TopicField({ text, topics, longest, onType }: Props) {
  const { t } = useApp();
  const id = useId();
  const listId = useId();
  return (
    <Stack $gap={4}>
      <label htmlFor={id}>{t('bucket.topic')}</label>
      <Input
        id={id}
        list={listId}
        maxLength={longest}
        value={text}
        placeholder={t('bucket.topic_hint')}
        onChange={(event) => onType(event.target.value)}
      />
      <datalist id={listId}>
        {topics.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
    </Stack>
  );
}
