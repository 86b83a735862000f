import type { EngineClient } from '#contract/methods';
import type { Lang, Text } from '#contract/values';

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly help: string;
  /** May be given several times. */
  readonly multiple?: boolean;
}

/** What a command gets: arguments that were checked, the engine, and a way to answer. */
export interface CommandContext {
  readonly engine: EngineClient;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly json: boolean;
  readonly lang: Lang;
  readonly signal: AbortSignal;
  readonly call: EngineClient['call'];
  text(text: Text): string;
  /** Prints for people; silent with --json. */
  print(line: string): void;
  /** The one JSON document, and the table for people. */
  reply(value: unknown, table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] }): void;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly help: string;
  /** Fewest and most positional arguments. */
  readonly args: readonly [number, number];
  readonly options: Readonly<Record<string, OptionSpec>>;
  run(context: CommandContext): Promise<void>;
}

export function defineCommand(command: Command): Command {
  return Object.freeze(command);
}

export const stringOption = (context: CommandContext, name: string): string | undefined => {
  const value = context.options[name];
  return typeof value === 'string' ? value : undefined;
};

export const listOption = (context: CommandContext, name: string): string[] => {
  const value = context.options[name];
  return (Array.isArray(value) ? value : typeof value === 'string' ? [value] : []).flatMap((item: string) => item.split(',')).filter((item) => item !== '');
};
