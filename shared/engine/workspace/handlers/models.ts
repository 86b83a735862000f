import type { EntityMapping, TemplateDocument } from '#contract/documents';
import type { EntityState, ModelReply } from '#contract/model';
import { type Column, isMissing } from '../../table/table.ts';
import { METRICS } from '../../metrics/index.ts';
import type { DatasetState, StatePatch } from '../../history/state.ts';
import { CANONICAL_NAMES, ENTITIES, entityInfo, isZone, layoutAsked } from '../../model/index.ts';
import type { Workspace } from '../workspace.ts';
import { previewMapping } from '../model-preview.ts';
import { modelSettings, settingsPatch } from '../shop-settings.ts';
import { confirmedTemplate } from '../taught-templates.ts';
import type { Area, Session } from './session.ts';

export function modelReply(workspace: Workspace): ModelReply {
  const proposal = workspace.model.proposal();
  const stored = workspace.model.stored();
  const entities = CANONICAL_NAMES.map((entity): EntityState => {
    const table = workspace.model.table(entity);
    const from = [...new Set(stored.mappings.filter((mapping) => mapping.entity === entity).map((mapping) => mapping.from))];
    const coverage = Object.fromEntries((table?.columns ?? []).map((column) => [column.name, filledShare(column, table?.rows ?? 0)]));
    return { entity, rows: table?.rows ?? 0, from, coverage };
  });
  return { entities, ...proposal, heldBack: stored.heldBack, notes: stored.notes, built: stored.mappings.length > 0 };
}

function filledShare(column: Column, rows: number): number {
  if (rows === 0) return 0;
  let filled = 0;
  for (let row = 0; row < rows; row++) if (!isMissing(column, row)) filled++;
  return filled / rows;
}

/** Fields without which metrics stay dark. */
const UNLOCKS: Readonly<Record<string, readonly string[]>> = {
  platform_order_id: ['orders', 'sales'],
  placed_at: ['gmv', 'orders_placed'],
  paid_at: ['sales', 'orders'],
  paid_amount: ['sales', 'aov'],
  goods_amount: ['sales', 'aov'],
  buyer_ref: ['buyers', 'new_buyers', 'repeat_rate'],
  seller_discount: ['discounts', 'discount_rate'],
  qty: ['units'],
  sku: ['units'],
  unit_cost: ['gross_margin'],
  cost_price: ['gross_margin'],
  refund_amount: ['refunds', 'refund_rate'],
};

async function saveMapping(session: Session, mapping: readonly EntityMapping[], title: { en: string; zh: string }, work: ReturnType<Session['work']>): Promise<ModelReply> {
  const workspace = session.open;
  await workspace.change('model.set', work, async () => {
    const named = new Set(mapping.map((entry) => entry.from));
    const kept = workspace.state.mapping.filter((entry) => !named.has(entry.from));
    const templates = templatesOf(
      [...named].flatMap(
        (id) =>
          confirmedTemplate(
            workspace,
            id,
            mapping.filter(({ from }) => from === id),
          ) ?? [],
      ),
    );
    return { title, patch: { mapping: [...kept, ...mapping], templates } };
  });
  return modelReply(workspace);
}

const templatesOf = (templates: readonly TemplateDocument[]) => Object.fromEntries(templates.map((template) => [template.id, template]));

/** Answers as a patch. The zone of a sheet's times changes how its cells are read; a layout that was said to be right is remembered. */
export function answersPatch(workspace: Workspace, answers: Readonly<Record<string, string | null>>): StatePatch {
  const { state } = workspace;
  const datasets: Record<string, DatasetState> = {};
  const confirmed: TemplateDocument[] = [];
  const kept: Record<string, string | null> = {};
  for (const [question, value] of Object.entries(answers)) {
    const layout = layoutAsked(question);
    if (layout !== null && value === 'yes') confirmed.push(...confirmedByAnswer(workspace, layout));
    else kept[question] = value;
    const id = /^(.*):orders:time_zone$/.exec(question)?.[1];
    const dataset = id === undefined ? undefined : state.datasets[id];
    if (dataset?.origin.kind === 'import' && isZone(value)) datasets[dataset.id] = { ...dataset, origin: { ...dataset.origin, timeZone: value } };
  }
  return { answers: { ...state.answers, ...kept }, datasets, templates: templatesOf(confirmed) };
}

/** The layout with the mapping that was proposed for the first table of it. The answer itself is not kept: the layout is. */
function confirmedByAnswer(workspace: Workspace, layout: string): TemplateDocument[] {
  const proposed = workspace.model.proposal().datasets.filter(({ dataset, unconfirmed }) => {
    const { origin } = workspace.datasets.definition(dataset);
    return unconfirmed === true && origin.kind === 'import' && origin.template === layout;
  });
  const first = proposed[0]?.dataset ?? '';
  const template =
    proposed.length === 0
      ? null
      : confirmedTemplate(
          workspace,
          first,
          proposed.filter(({ dataset }) => dataset === first).map(({ mapping }) => mapping),
        );
  return template === null ? [] : [template];
}

export function modelHandlers(session: Session): Area<'model'> {
  return {
    'model.entities': () => ENTITIES.map((entity) => entityInfo(entity, (field) => (UNLOCKS[field] ?? []).filter((id) => METRICS.some((metric) => metric.id === id)))),
    'model.get': () => session.open.read(() => modelReply(session.open)),
    'model.set': ({ mapping }, context) => saveMapping(session, mapping.entities, { en: 'Changed the mapping', zh: '修改字段映射' }, session.work(context)),
    'model.answer': async ({ question, value }, context) => {
      const workspace = session.open;
      await workspace.change('model.answer', session.work(context), async () => ({
        title: { en: value === null ? 'Put a question off' : `Answered: ${value}`, zh: value === null ? '暂缓回答问题' : `已回答：${value}` },
        patch: answersPatch(workspace, { [question]: value }),
      }));
      return modelReply(workspace);
    },
    'model.accept': async (_request, context) => {
      const workspace = session.open;
      const { questions } = workspace.model.proposal();
      if (questions.length > 0) {
        await workspace.change('model.accept', session.work(context), async () => ({
          title: { en: 'Accepted the mapping', zh: '接受字段映射' },
          patch: answersPatch(workspace, Object.fromEntries(questions.map((question) => [question.id, question.suggested]))),
        }));
      }
      return modelReply(workspace);
    },
    'model.settings': () => session.open.read(() => modelSettings(session.open)),
    'model.configure': async (change, context) => {
      const workspace = session.open;
      await workspace.change('model.configure', session.work(context), async () => ({
        title: { en: 'Changed shop settings', zh: '更改店铺设置' },
        patch: settingsPatch(workspace, change),
      }));
      return modelSettings(workspace);
    },
    'model.preview': ({ entity, dataset, limit = 20 }) => session.open.read(() => previewMapping(session.open, entity, dataset, limit)),
  };
}
