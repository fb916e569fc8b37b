import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Fieldset, Hint, Label } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import { longest, mostTopics, type StoredIssue } from '../../care/issues/issue.ts';
import { TopicField } from '../case/TopicField.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { type Typed, topicsIn } from './issueDraft.ts';

interface Props {
  typed: Typed;
  topics: readonly string[];
  others: readonly StoredIssue[];
  onChange: (part: Partial<Typed>) => void;
}

/** Which topics the issue is about: those in use, and any other by its name. */
export function TopicsField({ typed, topics, others, onChange }: Props) {
  const { t, configuration } = useApp();
  const [other, setOther] = useState('');
  const chosen = topicsIn(typed);
  const offered = [...new Set([...chosen, ...topics, ...configuration.topics])];
  const isFull = chosen.length >= mostTopics;
  const set = (next: readonly string[]) => onChange({ topics: next.join('\n') });
  const add = () => {
    const topic = other.trim();
    if (topic !== '' && !chosen.includes(topic) && !isFull) set([...chosen, topic]);
    setOther('');
  };
  const ownerOf = (topic: string) => others.find((issue) => issue.topics.includes(topic));
  return (
    <Stack $gap={8}>
      <Fieldset isCompact>
        <Fieldset.Legend>{t('issues.field.topics')}</Fieldset.Legend>
        {offered.map((topic) => {
          const owner = ownerOf(topic);
          return (
            <Field key={topic}>
              <Checkbox
                checked={chosen.includes(topic)}
                disabled={isFull && !chosen.includes(topic)}
                onChange={({ target }) =>
                  set(target.checked ? [...chosen, topic] : chosen.filter((one) => one !== topic))
                }
              >
                <Label isRegular>
                  <span dir="auto">{topic}</span>
                </Label>
                {owner && <Hint>{t('issues.topic_elsewhere', { name: owner.name })}</Hint>}
              </Checkbox>
            </Field>
          );
        })}
      </Fieldset>
      {isFull && <Quiet>{t('issues.topics_full', { count: mostTopics })}</Quiet>}
      <Line style={{ alignItems: 'flex-end' }}>
        <TopicField text={other} topics={configuration.topics} longest={longest.topic} onType={setOther} />
        <Button size="small" aria-disabled={other.trim() === ''} onClick={add}>
          {t('issues.topic_add')}
        </Button>
      </Line>
    </Stack>
  );
}
