import { Button } from '@zendeskgarden/react-buttons';
import { fullTray } from '../apps/trayWidth.ts';
import { useDesk } from '../DeskContext.tsx';
import { words } from '../words.ts';
import { Choice } from './Choice.tsx';
import { Buttons, PanelSection } from './PanelSection.tsx';

const widths = [
  { label: words.panel.trayWidths[320], width: 320 },
  { label: words.panel.trayWidths[400], width: 400 },
  { label: words.panel.trayWidths.full, width: fullTray },
];

/** Colours, language and the apps' width: of this browser tab alone, not of the world. */
export function LookSection() {
  const desk = useDesk();
  const locale = desk.locale();
  const { panel } = words;
  const known: Record<string, string> = panel.locales;
  const locales = locale in known ? known : { ...known, [locale]: locale };
  const isCurrent = (width: number) => Math.min(desk.trayWidth(), fullTray) === width;
  return (
    <PanelSection title={panel.look}>
      <Choice
        label={panel.scheme}
        value={desk.scheme()}
        options={panel.schemes}
        onChange={(scheme) => desk.setScheme(scheme)}
      />
      <Choice<string>
        label={panel.locale}
        value={locale}
        options={locales}
        onChange={(chosen) => desk.setLocale(chosen)}
      />
      <Buttons role="group" aria-label={panel.tray}>
        <span>{panel.tray}</span>
        {widths.map(({ label, width }) => (
          <Button
            key={label}
            size="small"
            aria-pressed={isCurrent(width)}
            isPrimary={isCurrent(width)}
            onClick={() => desk.setTrayWidth(width)}
          >
            {label}
          </Button>
        ))}
      </Buttons>
    </PanelSection>
  );
}
