import type { MappingDocument } from '#contract/documents';
import type { ModelSettingsChange } from '#contract/model';
import { type CommandContext, defineCommand, stringOption } from '../command.ts';
import { readDocument } from '../documents.ts';
import { openWorkspace } from './workspace-name.ts';

export const model = defineCommand({
  name: 'model',
  usage: 'model <workspace> [mapping.json]',
  help: 'shows, sets or accepts the mapping onto the shop model; builds it',
  args: [1, 2],
  options: {
    accept: { type: 'boolean', help: 'answer every open question with its suggestion' },
    settings: { type: 'string', help: 'a JSON file with currency, timeZone, shops (currency, timeZone, dayCutoffMinutes, revenueBasis) and rates' },
  },
  async run(context) {
    await openWorkspace(context);
    const file = context.args[1];
    if (file !== undefined) await context.call('model.set', { mapping: readDocument<MappingDocument>(file, ['entities']) });
    const settingsFile = stringOption(context, 'settings');
    if (settingsFile !== undefined) {
      const { currency, timeZone, shops, rates } = readDocument<ModelSettingsChange>(settingsFile, ['currency', 'timeZone', 'shops', 'rates']);
      await context.call('model.configure', { currency, timeZone, shops, rates });
    }
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
      settings: await settingsOf(context),
      mapping: { version: 1, entities: reply.datasets.map(({ mapping }) => mapping) },
    };
    for (const { currency, orders, from, to } of value.settings.missingRates) context.print(`! ${orders} orders in ${currency} wait for exchange rates, ${from} to ${to}`);
    for (const question of value.questions) context.print(`? ${question.dataset}: ${question.text} (${question.options.map((option) => option.value).join(' / ')})`);
    for (const { dataset, entity, rows, reason } of value.heldBack) context.print(`! ${dataset}: ${rows} → ${entity}: ${reason}`);
    for (const note of value.notes) context.print(`  ${note}`);
    context.reply(value, { columns: ['entity', 'rows', 'from'], rows: value.entities.map(({ entity, rows, from }) => [entity, rows, from.join(', ')]) });
  },
});

/** The settings in the shape that `--settings` reads, with what is still missing. */
async function settingsOf(context: CommandContext) {
  const { currency, timeZone, shops, rates, missingRates } = await context.call('model.settings', {});
  return { version: 1, currency, timeZone, shops: shops.map(({ set: _set, ...shop }) => shop), rates, missingRates };
}
