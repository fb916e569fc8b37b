/** What bad scores have in common, and apart from it what is the process's and not the agent's. */
import { leastOfTheme, type Sheet, type Theme } from '../../care/coaching/sheet.ts';
import { ticketOfKey } from '../../care/feedback.ts';
import { valueName } from '../insights/valueName.ts';
import { Quiet, Stack, Title, Underlined } from '../layout.ts';
import { useApp } from '../useApp.ts';
import type { Behind } from './AgentSheet.tsx';

const noNames = { places: {}, people: {} };
/** Ticket numbers that stand beside a theme. */
const mostNumbers = 8;

export function Themes({ sheet, onBehind }: { sheet: Sheet; onBehind: (behind: Behind) => void }) {
  const { t } = useApp();
  const { themes, single, process } = sheet;
  const nameOf = ({ bucket, topic, channel }: Theme) =>
    [
      t(bucket ? `bucket.${bucket}` : 'bucket.nothing'),
      valueName(t, 'topic', topic, noNames),
      valueName(t, 'channel', channel, noNames),
    ].join(' · ');
  return (
    <>
      <Stack>
        <Title>{t('coaching.themes')}</Title>
        {themes.length === 0 && <Quiet>{t('coaching.no_themes')}</Quiet>}
        <Stack as="ol" $gap={6}>
          {themes.map((theme) => (
            <li key={nameOf(theme)}>
              <Underlined type="button" onClick={() => onBehind({ title: nameOf(theme), keys: theme.keys })}>
                {t('coaching.theme', { name: nameOf(theme), count: theme.keys.length })}
              </Underlined>
              <Numbers keys={theme.keys} />
            </li>
          ))}
        </Stack>
        {single > 0 && <Quiet>{t('coaching.single', { count: single })}</Quiet>}
        <Quiet>{t('coaching.themes_rule', { least: leastOfTheme })}</Quiet>
      </Stack>
      {process.length > 0 && (
        <Stack>
          <Title>{t('coaching.process')}</Title>
          <div>
            <Underlined
              type="button"
              onClick={() => onBehind({ title: t('coaching.process'), keys: process })}
            >
              {t('coaching.process_count', { count: process.length })}
            </Underlined>
            <Numbers keys={process} />
          </div>
          <Quiet>{t('coaching.process_rule')}</Quiet>
        </Stack>
      )}
    </>
  );
}

function Numbers({ keys }: { keys: readonly string[] }) {
  const { t } = useApp();
  const numbers = keys.flatMap((key) => ticketOfKey(key) ?? []).slice(0, mostNumbers);
  if (numbers.length === 0) return null;
  return <Quiet>{t('coaching.tickets', { count: numbers.length, numbers: numbers.join(', ') })}</Quiet>;
}
