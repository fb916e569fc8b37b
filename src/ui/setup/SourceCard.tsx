import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef } from 'react';
import type { SourceDraft } from '../../care/sourceDraft.ts';
import { isolate } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Actions, Box, Row, Strong } from './layout.ts';
import { SourceForm } from './SourceForm.tsx';
import type { Settings } from './useSettings.ts';

interface Props {
  source: SourceDraft;
  settings: Settings;
  isOpen: boolean;
  isFirst: boolean;
  isLast: boolean;
  onOpen: (isOpen: boolean) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One source: what it reads in a line, and everything that can be done with it. */
export function SourceCard({ source, settings, isOpen, isFirst, isLast, onOpen, onMove, onRemove }: Props) {
  const { t } = useApp();
  const edit = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) edit.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const name = source.headline.trim() || t('setup.unnamed');
  const named = { name: isolate(name) };
  const isWrong = Object.keys(settings.problems).some(
    (place) => place.startsWith(`${source.id}.`) && settings.problemAt(place),
  );
  return (
    <Box $gap={12}>
      <Row>
        <div>
          <Strong dir="auto">{isolate(name)}</Strong>
          <Quiet>{summaryOf(t, source, settings)}</Quiet>
          {isWrong && !isOpen && <Quiet>{t('setup.problem')}</Quiet>}
        </div>
        <Actions $gap={4}>
          {!(isFirst && isLast) && (
            <>
              <Button
                size="small"
                isBasic
                aria-disabled={isFirst}
                aria-label={t('setup.up_named', named)}
                onClick={() => onMove(-1)}
              >
                {t('setup.up')}
              </Button>
              <Button
                size="small"
                isBasic
                aria-disabled={isLast}
                aria-label={t('setup.down_named', named)}
                onClick={() => onMove(1)}
              >
                {t('setup.down')}
              </Button>
            </>
          )}
          <Button
            size="small"
            isBasic
            ref={edit}
            aria-expanded={isOpen}
            aria-label={isOpen ? undefined : t('setup.edit_named', named)}
            onClick={() => onOpen(!isOpen)}
          >
            {t(isOpen ? 'setup.done' : 'setup.edit')}
          </Button>
          <Button size="small" isBasic aria-label={t('setup.remove_named', named)} onClick={onRemove}>
            {t('setup.remove')}
          </Button>
        </Actions>
      </Row>
      {isOpen && <SourceForm source={source} settings={settings} />}
    </Box>
  );
}

function summaryOf(t: ReturnType<typeof useApp>['t'], source: SourceDraft, { choices }: Settings): string {
  const { kind, metric, isLowerBetter, lowest, scale, fieldId, pattern } = source;
  const field = choices?.fields.find(({ id }) => id === fieldId)?.title ?? fieldId;
  const place = kind === 'field' ? field : pattern;
  const what = t(`setup.short.${metric}_${isLowerBetter ? 'lower' : 'higher'}`, {
    lowest,
    scale: scale.trim() || '…',
  });
  return place ? `${isolate(place)} · ${what}` : what;
}
