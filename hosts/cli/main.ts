import { connect, serve, wirePair } from '#contract/rpc';
import { SuanpanError, toErrorInfo } from '#contract/errors';
import type { Lang, Text } from '#contract/values';
import path from 'node:path';
import { createNodeEngine } from '#node/create-node-engine';
import { createBrowserPrint } from '#node/print';
import { compileSteadily } from '../web/steady-compiler.ts';
import type { Command, CommandContext } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { formatTable, plainJson } from './output.ts';
import { nearestWord, parseArguments, UsageError } from './arguments.ts';
import { VERSION } from './version.ts';

const EXIT = { done: 0, refused: 1, usage: 2, cancelled: 130 } as const;

function usageText(): string {
  const width = Math.max(...COMMANDS.map((command) => command.usage.length));
  return ['suanpan <command> …', '', ...COMMANDS.map((command) => `  ${command.usage.padEnd(width)}  ${command.help}`), '', '  --json  one JSON document    --lang en|zh    --help    --version'].join(
    '\n',
  );
}

function helpText(command: Command): string {
  const options = Object.entries(command.options).map(([name, spec]) => `  --${name}${spec.type === 'string' ? ' …' : ''}  ${spec.help}`);
  return [`suanpan ${command.usage}`, '', command.help, ...(options.length > 0 ? ['', ...options] : [])].join('\n');
}

/** Runs one command line; the exit code is returned. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  const lang = languageOf(argv);
  const out = (line: string) => process.stdout.write(`${line}\n`);
  const fail = (thrown: unknown): number => {
    const usage = thrown instanceof UsageError;
    const info = usage ? { code: 'usage' as const, message: { en: thrown.message, zh: thrown.message } } : toErrorInfo(thrown);
    const text = (value: Text) => value[lang];
    if (json)
      out(
        JSON.stringify({
          error: {
            code: info.code,
            message: text(info.message),
            ...('where' in info && info.where !== undefined && { where: info.where }),
            ...('hint' in info && info.hint !== undefined && { hint: text(info.hint) }),
          },
        }),
      );
    else process.stderr.write(`${text(info.message)}\n${'hint' in info && info.hint !== undefined ? `${text(info.hint)}\n` : ''}`);
    return usage ? EXIT.usage : info.code === 'cancelled' ? EXIT.cancelled : EXIT.refused;
  };
  try {
    const [name, ...rest] = argv.filter((word) => word !== '--json');
    if (name === '--version') {
      out(VERSION);
      return EXIT.done;
    }
    if (name === undefined || name === '--help' || name === 'help') {
      out(name === 'help' && rest.length > 0 ? await topicHelp(rest) : usageText());
      return name === undefined ? EXIT.usage : EXIT.done;
    }
    const command = COMMANDS.find((candidate) => candidate.name === name);
    if (command === undefined)
      throw new UsageError(
        `unknown command: ${name}; did you mean ${nearestWord(
          name,
          COMMANDS.map((candidate) => candidate.name),
        )}?`,
      );
    if (rest.includes('--help')) {
      out(helpText(command));
      return EXIT.done;
    }
    return await runCommand(command, rest, { json, lang });
  } catch (thrown) {
    return fail(thrown);
  }
}

async function topicHelp([topic, id]: readonly string[]): Promise<string> {
  const command = COMMANDS.find((candidate) => candidate.name === topic);
  if (command !== undefined) return helpText(command);
  if (topic !== 'step' || id === undefined) throw new UsageError(`no help on ${topic ?? ''}`);
  const { client, close } = startEngine();
  try {
    const step = (await client.call('steps.catalogue', {})).find((candidate) => candidate.id === id);
    if (step === undefined) throw new UsageError(`unknown step: ${id}`);
    return [
      `${step.id} (version ${step.version})`,
      step.help.en,
      '',
      ...step.params.map(
        (param) =>
          `  ${param.name}  ${param.kind}${param.optional ? ', optional' : ''}${param.options === undefined ? '' : `: ${param.options.map((option) => option.value).join(' | ')}`}  ${param.label.en}`,
      ),
    ].join('\n');
  } finally {
    close();
  }
}

function startEngine() {
  const engine = createNodeEngine({ resources: path.join(__dirname, 'resources'), version: VERSION, host: 'cli', print: createBrowserPrint() });
  const [near, far] = wirePair();
  serve(far, engine.handlers);
  return { client: connect(near), close: () => engine.close() };
}

async function runCommand(command: Command, words: readonly string[], { json, lang }: { json: boolean; lang: Lang }): Promise<number> {
  const { args, options } = parseArguments(command, words);
  const { client, close } = startEngine();
  const controller = new AbortController();
  const cancel = () => controller.abort();
  process.once('SIGINT', cancel);
  process.once('SIGTERM', cancel);
  const showProgress = process.stderr.isTTY && !json;
  const context: CommandContext = {
    engine: client,
    args,
    options,
    json,
    lang,
    signal: controller.signal,
    call: (method, request, callOptions) =>
      client.call(method, request, {
        signal: controller.signal,
        ...(showProgress && { onProgress: ({ done, total, note }) => process.stderr.write(`\r\u001b[K${note[lang]} ${total > 0 ? `${Math.round((done / total) * 100)}%` : ''}`) }),
        ...callOptions,
      }),
    text: (text) => text[lang],
    print: (line) => {
      if (!json) process.stdout.write(`${line}\n`);
    },
    reply(value, table) {
      if (showProgress) process.stderr.write('\r\u001b[K');
      process.stdout.write(`${json ? plainJson(value) : table === undefined ? plainJson(value) : formatTable(table)}\n`);
    },
  };
  try {
    await command.run(context);
    return EXIT.done;
  } catch (thrown) {
    if (thrown instanceof SuanpanError && thrown.info.code === 'invalid-params' && thrown.info.details === 'usage') throw new UsageError(thrown.info.message[lang]);
    throw thrown;
  } finally {
    close();
  }
}

function languageOf(argv: readonly string[]): Lang {
  const at = argv.indexOf('--lang');
  const named = at >= 0 ? argv[at + 1] : undefined;
  if (named === 'en' || named === 'zh') return named;
  return /^zh/i.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '') ? 'zh' : 'en';
}

if (require.main === module) {
  compileSteadily();
  // Whoever reads the output may have enough of it, as `head` does: what is being done is done to its end all the same.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  void runCommandLine(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
