import { Button } from '@zendeskgarden/react-buttons';
import { useRef } from 'react';
import type { SourceDraft } from '../../care/sourceDraft.ts';
import { Line, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { TextField } from './TextField.tsx';
import type { Settings } from './useSettings.ts';

interface Props {
  source: SourceDraft;
  settings: Settings;
  onChange: (part: Partial<SourceDraft>) => void;
}

const score = '{score}';

/** How a tag or a note is written, with help for the mark nobody wants to type. */
export function PatternField({ source, settings, onChange }: Props) {
  const { t } = useApp();
  const input = useRef<HTMLInputElement>(null);
  const pattern = source.pattern ?? '';
  const kind = source.kind === 'tag' ? 'tag' : 'comment';
  const onInsert = () => {
    const from = input.current?.selectionStart ?? pattern.length;
    const to = input.current?.selectionEnd ?? pattern.length;
    onChange({ pattern: `${pattern.slice(0, from)}${score}${pattern.slice(to)}` });
    input.current?.focus();
  };
  return (
    <Stack $gap={6}>
      <TextField
        label={t(`setup.form.${kind}`)}
        hint={t(`setup.form.${kind}_hint`)}
        place={`${source.id}.pattern`}
        value={pattern}
        settings={settings}
        inputRef={input}
        onChange={(text) => onChange({ pattern: text })}
      />
      {!pattern.includes(score) && (
        <Line>
          <Button size="small" onClick={onInsert}>
            {t('setup.form.insert')}
          </Button>
        </Line>
      )}
    </Stack>
  );
}
