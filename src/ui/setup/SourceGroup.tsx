/** All sources of one kind, the upper one first; what looks like one; the way to add one. */
import { Button } from '@zendeskgarden/react-buttons';
import { useRef } from 'react';
import type { ScoreSourceKind } from '../../care/configuration.ts';
import type { SourceDraft } from '../../care/sourceDraft.ts';
import type { Offer } from '../../care/sourceOffers.ts';
import { isolate } from '../formats.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { Group, GroupName, Row } from './layout.ts';
import { newSource } from './newSource.ts';
import { SourceCard } from './SourceCard.tsx';
import type { Settings } from './useSettings.ts';

interface Props {
  kind: ScoreSourceKind;
  place: number;
  settings: Settings;
}

export function SourceGroup({ kind, place, settings }: Props) {
  const { t } = useApp();
  const announce = useAnnounce();
  const addButton = useRef<HTMLButtonElement>(null);
  const { draft, choices, change, openId, onOpen } = settings;
  const own = draft.scoreSources.filter((source) => source.kind === kind);
  const offers = (choices?.offers ?? []).filter((offer) => offer.kind === kind && !isUsed(offer, own));

  const onAdd = (offer: Partial<Offer> = {}) => {
    const source = newSource(kind, offer);
    change({ scoreSources: [...draft.scoreSources, source] });
    onOpen(source.id);
  };
  const onMove = (source: SourceDraft, by: 1 | -1) => {
    const index = own.indexOf(source);
    const other = own[index + by];
    if (!other) return;
    const swapped = draft.scoreSources.map((one) => (one === source ? other : one === other ? source : one));
    change({ scoreSources: swapped });
    announce(t('setup.moved', { name: isolate(source.headline), place: index + by + 1 }));
  };
  const onRemove = (source: SourceDraft) => {
    change({ scoreSources: draft.scoreSources.filter((one) => one !== source) });
    announce(t('setup.removed', { name: isolate(source.headline) }));
    addButton.current?.focus();
  };
  return (
    <Group $gap={12} as="section" aria-label={t(`setup.place.${kind}`)}>
      <Stack $gap={2}>
        <GroupName>
          <span>{place}</span> {t(`setup.place.${kind}`)}
        </GroupName>
        <Quiet>{t(`setup.place.${kind}_why`)}</Quiet>
        {own.length > 1 && <Quiet>{t('setup.order_within')}</Quiet>}
      </Stack>
      {own.map((source, index) => (
        <SourceCard
          key={source.id}
          source={source}
          settings={settings}
          isOpen={openId === source.id}
          isFirst={index === 0}
          isLast={index === own.length - 1}
          onOpen={(isOpen) => onOpen(isOpen ? source.id : null)}
          onMove={(by) => onMove(source, by)}
          onRemove={() => onRemove(source)}
        />
      ))}
      {offers.map((offer) => (
        <Row key={offer.fieldId ?? offer.pattern}>
          <span>{offerText(t, offer)}</span>
          <Button
            size="small"
            onClick={() => onAdd(offer)}
            aria-label={t('setup.use_named', { name: isolate(offer.headline) })}
          >
            {t('setup.use')}
          </Button>
        </Row>
      ))}
      <Line>
        <Button size="small" ref={addButton} onClick={() => onAdd()}>
          {t(`setup.add.${kind}`)}
        </Button>
      </Line>
    </Group>
  );
}

const isUsed = (offer: Offer, own: readonly SourceDraft[]) =>
  own.some(({ fieldId, pattern }) =>
    offer.kind === 'field' ? fieldId === offer.fieldId : pattern === offer.pattern,
  );

function offerText(t: ReturnType<typeof useApp>['t'], offer: Offer): string {
  if (offer.kind === 'field') return t('setup.offer.field', { name: isolate(offer.headline) });
  return t('setup.offer.tag', { name: isolate((offer.pattern ?? '').replace('{score}', offer.scale)) });
}
