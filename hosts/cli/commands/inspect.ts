import path from 'node:path';
import type { ImportOptions } from '#contract/documents';
import { defineCommand, stringOption } from '../command.ts';
import { readDocument } from '../documents.ts';
import { OPTION_KEYS } from './import.ts';

export const inspect = defineCommand({
  name: 'inspect',
  usage: 'inspect <file…>',
  help: 'proposes how to read each file, touches no workspace',
  args: [1, 10_000],
  options: { options: { type: 'string', help: 'import options (JSON file)' } },
  async run(context) {
    const file = stringOption(context, 'options');
    const options = file === undefined ? undefined : readDocument<ImportOptions>(file, OPTION_KEYS);
    const replies = [];
    for (const name of context.args) replies.push(await context.call('import.inspect', { source: { kind: 'path', path: path.resolve(name) }, options }));
    const value = replies.map(({ file: name, format, encoding, sha256, partial, tables }) => ({
      file: name,
      format,
      encoding,
      sha256,
      // Only the beginning of a large file is looked at: its rows are more.
      ...(partial && { partial }),
      tables: tables.map(({ name: table, dialect, preambleRows, headerRows, footerRows, rows, setAsideRows, columns, template, shop, period, findings }) => ({
        name: table,
        dialect,
        preambleRows,
        headerRows,
        footerRows,
        rows,
        quarantined: setAsideRows,
        columns: columns.map(({ name: column, type, nulls, distinct, examples, unparsed }) => ({ name: column, type, nulls, distinct, examples, unparsed })),
        template:
          template === null
            ? null
            : { id: template.id, platform: template.platform, report: context.text(template.report), confidence: template.confidence, ...(template.unconfirmed && { unconfirmed: true }) },
        shop,
        period,
        findings: findings.map((finding) => ({ ...finding, message: context.text(finding.message) })),
      })),
    }));
    context.reply(value, {
      columns: ['file', 'table', 'format', 'encoding', 'rows', 'columns', 'template'],
      rows: value.flatMap((entry) => entry.tables.map((table) => [entry.file, table.name, entry.format, entry.encoding, table.rows, table.columns.length, table.template?.id ?? null])),
    });
  },
});
