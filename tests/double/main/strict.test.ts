import { expect, test } from 'vitest';
import { strict } from './strict.ts';

class Counter {
  #count = 1;
  next() {
    return this.#count++;
  }
}

test('what exists works, with its private fields', () => {
  const { next } = strict(new Counter(), 'counter');
  expect([next(), next()]).toEqual([1, 2]);
});

test('what does not exist says its name', () => {
  const counter = strict(new Counter(), 'counter') as unknown as Record<string, () => void>;
  expect(() => counter.reset?.()).toThrow('electron double: counter.reset is not doubled');
});

test('a test may script what it needs', () => {
  const dialog = strict({ show: (): string => 'nothing' }, 'dialog');
  dialog.show = () => 'scripted';
  expect(dialog.show()).toBe('scripted');
});
