import type { Command } from './command.ts';

/** The command line itself is wrong: exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Splits a command's words into positional arguments and options; what is unknown is an error with the nearest known word. */
export function parseArguments(command: Command, words: readonly string[]): { args: string[]; options: Record<string, string | boolean | string[]> } {
  const args: string[] = [];
  const options: Record<string, string | boolean | string[]> = {};
  const known: Command['options'] = { ...command.options, lang: { type: 'string', help: 'en or zh' } };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === '--') {
      args.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('--')) {
      args.push(word);
      continue;
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s);
    const spec = Object.hasOwn(known, name) ? known[name] : undefined;
    if (spec === undefined) throw new UsageError(`unknown option: --${name}; did you mean --${nearestWord(name, [...Object.keys(known), 'json', 'help'])}?`);
    if (spec.type === 'boolean') options[name] = true;
    else {
      const value = inline ?? words[++at];
      if (value === undefined) throw new UsageError(`--${name} needs a value`);
      if (spec.multiple) options[name] = [...((options[name] as string[] | undefined) ?? []), value];
      else options[name] = value;
    }
  }
  const [fewest, most] = command.args;
  if (args.length < fewest || args.length > most) throw new UsageError(`usage: suanpan ${command.usage}`);
  return { args, options };
}

/** The known word with the fewest edits (Levenshtein) to what was typed. */
export function nearestWord(typed: string, known: readonly string[]): string {
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)));
      row = next;
    }
    return row[b.length] as number;
  };
  return [...known].sort((a, b) => distance(typed, a) - distance(typed, b))[0] ?? '';
}
