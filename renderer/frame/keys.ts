import { bridge, connection } from '../state/engine.ts';

const onMac = () => connection.get().bridge !== null && bridge().platform === 'darwin';

/** A key as this system names it: Ctrl is Cmd on macOS. */
export function keyName(keys: string): string {
  return onMac() ? keys.replace('Ctrl', '⌘').replace('Alt', '⌥').replace('Shift', '⇧') : keys;
}

/** Whether a key press is meant for a field that takes text. */
export function inTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'file', 'range'].includes(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));
}

/** A key press as one text: `Ctrl+Shift+L`, `Alt+1`, `?`. */
export function pressed(event: KeyboardEvent): string {
  const command = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  const alt = event.altKey ? 'Alt+' : '';
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  if (alt !== '' && digit !== undefined) return `${command}${alt}${digit}`;
  if (command === '' && alt === '') return event.key;
  return `${command}${alt}${event.shiftKey ? 'Shift+' : ''}${event.key.length === 1 ? event.key.toUpperCase() : event.key}`;
}
