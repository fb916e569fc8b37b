import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import { copyText, linkTo } from '../../actions/link.ts';
import { Stack } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';

interface Props {
  /** As `placeInRoute` reads it. */
  place: string;
}

/** Copies a link to a place of this page; where the browser forbids that, the link is there to be copied by hand. */
export function CopyLink({ place }: Props) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<'copied' | 'shown' | null>(null);
  const link = linkTo(app, place);
  const onCopy = async () => {
    const isCopied = await copyText(link);
    setOutcome(isCopied ? 'copied' : 'shown');
    announce(t(isCopied ? 'link.copied' : 'link.by_hand'));
  };
  if (outcome === 'shown') {
    return (
      <Stack style={{ flexBasis: '100%' }}>
        <Field>
          <Label>{t('link.by_hand')}</Label>
          <Input isCompact readOnly autoFocus value={link} onFocus={(event) => event.target.select()} />
        </Field>
      </Stack>
    );
  }
  return (
    <Button size="small" isBasic onClick={() => void onCopy()}>
      {t(outcome === 'copied' ? 'link.copied' : 'link.copy')}
    </Button>
  );
}
