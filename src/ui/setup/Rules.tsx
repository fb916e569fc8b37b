/** The rules cases and scores go by. */
import { Stack } from '../layout.ts';
import { CaseRules } from './CaseRules.tsx';
import { ClockRules } from './ClockRules.tsx';
import { CreditRules } from './CreditRules.tsx';
import { MirrorRule } from './MirrorRule.tsx';
import { MoveRules } from './MoveRules.tsx';
import { Outcomes } from './Outcomes.tsx';
import { SetAsideRules } from './SetAsideRules.tsx';
import type { Settings } from './useSettings.ts';
import { VipRules } from './VipRules.tsx';
import { VoiceRules } from './VoiceRules.tsx';

export function Rules({ settings }: { settings: Settings }) {
  return (
    <Stack $gap={24}>
      <CaseRules settings={settings} />
      <ClockRules settings={settings} />
      <VipRules settings={settings} />
      <MoveRules settings={settings} />
      <Outcomes settings={settings} />
      <VoiceRules settings={settings} />
      <MirrorRule settings={settings} />
      <CreditRules settings={settings} />
      <SetAsideRules settings={settings} />
    </Stack>
  );
}
