/** Where one score stands, on what scale, and what that gives on the account's own tickets. */
import { Field, Fieldset, Label, Radio, Select } from '@zendeskgarden/react-forms';
import { useEffect, useId, useRef } from 'react';
import { previewSource } from '../../actions/previewSource.ts';
import { metrics } from '../../care/rating.ts';
import { type SourceDraft, sourceOf } from '../../care/sourceDraft.ts';
import { Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Direction } from './Direction.tsx';
import { Examples } from './Examples.tsx';
import { FieldChoice } from './FieldChoice.tsx';
import { Pair } from './layout.ts';
import { PatternField } from './PatternField.tsx';
import { TextField } from './TextField.tsx';
import { useExamples } from './useExamples.ts';
import type { Settings } from './useSettings.ts';

interface Props {
  source: SourceDraft;
  settings: Settings;
}

export function SourceForm({ source, settings }: Props) {
  const app = useApp();
  const { t } = app;
  const { draft, lately } = settings;
  const form = useRef<HTMLDivElement>(null);
  const metricName = useId();
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  const change = (part: Partial<SourceDraft>) =>
    settings.change({
      scoreSources: draft.scoreSources.map((one) => (one.id === source.id ? { ...one, ...part } : one)),
    });
  const saved = sourceOf(source, draft.scoreSources);
  // The name and the direction change nothing about what is read.
  const asked = saved && { ...saved, headline: '', isLowerBetter: false };
  const preview = useExamples([JSON.stringify(asked)], asked && (() => previewSource(app, asked, lately)));
  return (
    <Stack $gap={16} ref={form}>
      {source.kind === 'field' ? (
        <FieldChoice source={source} settings={settings} onChange={change} />
      ) : (
        <PatternField source={source} settings={settings} onChange={change} />
      )}
      <Fieldset isCompact>
        <Fieldset.Legend>{t('setup.form.metric')}</Fieldset.Legend>
        {metrics.map((metric) => (
          <Field key={metric}>
            <Radio name={metricName} checked={source.metric === metric} onChange={() => change({ metric })}>
              <Label isRegular>{t(`setup.form.${metric}`)}</Label>
            </Radio>
          </Field>
        ))}
      </Fieldset>
      <Pair>
        <Field>
          <Label>{t('setup.form.lowest')}</Label>
          <Select
            isCompact
            value={source.lowest}
            onChange={({ target }) => change({ lowest: Number(target.value) })}
          >
            <option value={0}>{0}</option>
            <option value={1}>{1}</option>
          </Select>
        </Field>
        <TextField
          label={t('setup.form.scale')}
          place={`${source.id}.scale`}
          value={source.scale}
          settings={settings}
          isNumber
          onChange={(scale) => change({ scale })}
        />
      </Pair>
      <Direction {...source} onChange={(isLowerBetter) => change({ isLowerBetter })} />
      <TextField
        label={t('setup.form.headline')}
        hint={t('setup.form.headline_hint')}
        place={`${source.id}.headline`}
        value={source.headline}
        settings={settings}
        onChange={(headline) => change({ headline })}
      />
      <Examples
        preview={preview}
        source={{ ...source, scale: Number(source.scale) }}
        draft={draft}
        of={source.kind === 'comment' ? 'notes' : 'tickets'}
      />
    </Stack>
  );
}
