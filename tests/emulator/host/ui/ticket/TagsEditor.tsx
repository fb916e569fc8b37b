import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { type KeyboardEvent, useState } from 'react';
import styled from 'styled-components';
import { icons } from '../icons.ts';
import { color, focusRing } from '../look.ts';
import { SafeSvg } from '../SafeSvg.tsx';
import { words } from '../words.ts';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 4px;
  margin: 6px 0 0;
  padding: 0;
  list-style: none;
  li {
    display: inline-flex;
    align-items: center;
    max-width: 100%;
    padding-inline: 6px 2px;
    border: 1px solid ${color('border.default')};
    border-radius: 4px;
    background: ${color('background.default')};
    font-size: 12px;
    overflow-wrap: anywhere;
  }
  button {
    display: grid;
    place-items: center;
    width: 20px;
    height: 20px;
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: ${color('foreground.subtle')};
    cursor: pointer;
    ${focusRing}
  }
`;

interface TagsEditorProps {
  tags: string[];
  isDisabled: boolean;
  onChange: (tags: string[]) => void;
}

/** Zendesk's tags have no blanks and no capitals. */
function parseTags(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
}

function TagList({ tags, isDisabled, onChange }: TagsEditorProps) {
  if (tags.length === 0) return null;
  return (
    <List aria-label={words.ticket.tags}>
      {tags.map((tag) => (
        <li key={tag}>
          {tag}
          {!isDisabled && (
            <button
              type="button"
              aria-label={words.ticket.removeTag(tag)}
              onClick={() => onChange(tags.filter((one) => one !== tag))}
            >
              <SafeSvg markup={icons.close} size={10} />
            </button>
          )}
        </li>
      ))}
    </List>
  );
}

/** Type a tag and press Enter, comma or blank; Backspace in the empty field takes the last one away. */
export function TagsEditor({ tags, isDisabled, onChange }: TagsEditorProps) {
  const [text, setText] = useState('');
  const add = () => {
    const added = parseTags(text).filter((tag) => !tags.includes(tag));
    if (added.length > 0) onChange([...tags, ...new Set(added)]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && text === '' && tags.length > 0) onChange(tags.slice(0, -1));
    if (event.key !== 'Enter' && event.key !== ',' && event.key !== ' ') return;
    event.preventDefault();
    add();
  };
  return (
    <div>
      <Field>
        <Label>{words.ticket.tags}</Label>
        {!isDisabled && <Hint>{words.ticket.tagHint}</Hint>}
        <Input
          isCompact
          disabled={isDisabled}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
      </Field>
      <TagList tags={tags} isDisabled={isDisabled} onChange={onChange} />
    </div>
  );
}
