/** Widths of the app tray, pixels. `fullTray` and above hides the conversation. */
export const trayMin = 280;
export const trayMax = 900;
export const fullTray = 2000;
