import path from 'node:path';
import type { ImportOptions } from '#contract/documents';
import type { ImportReply } from '#contract/import';
import { type CommandContext, defineCommand, stringOption } from '../command.ts';
import { readDocument } from '../documents.ts';
import { parseRenames } from '../renames.ts';
import { openWorkspace } from './workspace-name.ts';

export const OPTION_KEYS = [
  'format',
  'encoding',
  'delimiter',
  'quote',
  'preambleRows',
  'headerRows',
  'footerRows',
  'totalAbove',
  'joinFields',
  'padRows',
  'strayQuotes',
  'emptyTexts',
  'table',
  'transpose',
  'splitStacked',
  'fileDay',
  'template',
  'shop',
  'timeZone',
  'decimal',
  'dateOrder',
  'types',
  'renames',
  'personal',
  'tables',
];

export const importFiles = defineCommand({
  name: 'import',
  usage: 'import <workspace> <file or folder…>',
  help: 'reads, types, recognises, stores; importing the same again changes nothing',
  args: [2, 100_000],
  options: {
    options: { type: 'string', help: 'import options (JSON file)' },
    into: { type: 'string', help: 'dataset to put the rows into' },
    rename: { type: 'string', multiple: true, help: 'old=new: a column of the dataset that the file calls otherwise (may be repeated)' },
  },
  async run(context) {
    const file = stringOption(context, 'options');
    const options = file === undefined ? undefined : readDocument<ImportOptions>(file, OPTION_KEYS);
    const renames = parseRenames([context.options['rename'] ?? []].flat().map(String));
    await openWorkspace(context, true);
    const replies = await context.call('import.run', {
      files: context.args.slice(1).map((name) => ({ source: { kind: 'path' as const, path: path.resolve(name) }, options })),
      into: stringOption(context, 'into'),
      ...(Object.keys(renames).length > 0 && { renames }),
    });
    const { cells } = await context.call('import.refused', { limit: 1000 });
    const value = replies.map((reply) => ({
      ...reply,
      skipped: reply.skipped === null ? null : context.text(reply.skipped),
      ...(reply.key !== undefined && { key: { ...reply.key, proposal: { ...reply.key.proposal, reason: context.text(reply.key.proposal.reason) } } }),
      findings: [
        ...reply.findings.map((finding) => ({ ...finding, message: context.text(finding.message) })),
        ...cells
          .filter((cell) => cell.file === reply.file)
          .map((cell) => ({ code: 'refused-cell', severity: 'warning', where: { file: cell.file, row: cell.row, column: cell.column }, message: cell.text })),
      ],
    }));
    context.reply(value, {
      columns: ['file', 'dataset', 'read', 'new', 'updated', 'unchanged', 'set aside', 'note'],
      rows: replies.map((reply, i) => [
        reply.file,
        reply.dataset || null,
        reply.rowsRead,
        reply.rowsNew,
        reply.rowsUpdated,
        reply.rowsUnchanged,
        reply.quarantined,
        value[i]?.skipped ?? noteOf(context, reply),
      ]),
    });
  },
});

/** What became of columns and rows, and how these are told apart from now on; the rest is in the JSON and in the report of the file. */
function noteOf(context: Pick<CommandContext, 'text'>, reply: ImportReply): string | null {
  const told = reply.findings.filter(({ code, severity }) => severity !== 'info' || code.startsWith('columns-')).map(({ message }) => message);
  const notes = [keyNote(context, reply), ...told.map((text) => context.text(text))].filter((note) => note !== null);
  return notes.length === 0 ? null : notes.join('; ');
}

/** How the rows of a table are told apart from now on, or could be. */
function keyNote({ text }: Pick<CommandContext, 'text'>, { key, dataset }: ImportReply): string | null {
  if (key === undefined) return null;
  const { columns, reason } = key.proposal;
  const command = `suanpan key … ${dataset} ${columns.join(',')}`;
  return text(
    key.used
      ? { en: `rows are told apart by ${reason.en}`, zh: `按以下列区分各行：${reason.zh}` }
      : { en: `rows could be told apart by ${reason.en}; to do so: ${command}`, zh: `可按以下列区分各行：${reason.zh}；如需采用：${command}` },
  );
}
