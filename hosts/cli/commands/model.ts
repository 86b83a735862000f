import type { MappingDocument } from '#contract/documents';
import { defineCommand } from '../command.ts';
import { readDocument } from '../documents.ts';
import { openWorkspace } from './workspace-name.ts';

export const model = defineCommand({
  name: 'model',
  usage: 'model <workspace> [mapping.json]',
  help: 'shows, sets or accepts the mapping onto the shop model; builds it',
  args: [1, 2],
  options: { accept: { type: 'boolean', help: 'answer every open question with its suggestion' } },
  async run(context) {
    await openWorkspace(context);
    const file = context.args[1];
    if (file !== undefined) await context.call('model.set', { mapping: readDocument<MappingDocument>(file, ['entities']) });
    const reply = context.options.accept === true ? await context.call('model.accept', {}) : await context.call('model.get', {});
    const value = {
      entities: reply.entities.map(({ entity, rows, from, coverage }) => ({ entity, rows, from, coverage })),
      unmapped: reply.unmapped.map(({ dataset, reason }) => ({ dataset, reason: context.text(reason) })),
      questions: reply.questions.map((question) => ({
        id: question.id,
        dataset: question.dataset,
        entity: question.entity,
        field: question.field,
        text: context.text(question.text),
        options: question.options.map((option) => ({ value: option.value, detail: context.text(option.detail), total: option.total })),
        suggested: question.suggested,
      })),
      heldBack: reply.heldBack.map((held) => ({ ...held, reason: context.text(held.reason) })),
      notes: reply.notes.map(context.text),
      mapping: { version: 1, entities: reply.datasets.map(({ mapping }) => mapping) },
    };
    for (const question of value.questions) context.print(`? ${question.dataset}: ${question.text} (${question.options.map((option) => option.value).join(' / ')})`);
    context.reply(value, { columns: ['entity', 'rows', 'from'], rows: value.entities.map(({ entity, rows, from }) => [entity, rows, from.join(', ')]) });
  },
});
