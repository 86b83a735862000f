import { describe, expect, it } from 'vitest';
import { pressed } from './keys.ts';

const event = (changes: Partial<KeyboardEvent>) => ({ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...changes }) as KeyboardEvent;

describe('keys', () => {
  it('names presses the same on all systems', () => {
    expect(pressed(event({ key: 'k', ctrlKey: true }))).toBe('Ctrl+K');
    expect(pressed(event({ key: 'k', metaKey: true }))).toBe('Ctrl+K');
    expect(pressed(event({ key: 'L', ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+L');
    expect(pressed(event({ key: '?', shiftKey: true }))).toBe('?');
  });

  it('takes the key, not the sign, for Alt and a digit', () => {
    expect(pressed(event({ key: '¡', code: 'Digit1', altKey: true }))).toBe('Alt+1');
  });
});
