import type { EntityMapping, MappingDocument } from '#contract/documents';
import type { DatasetMapping, FieldMatch, ModelQuestion, ModelReply } from '#contract/model';
import { maskCell } from '#contract/personal';
import type { Text } from '#contract/values';
import { cellAt, type Column, columnOf, type Table } from '../table/table.ts';
import { localText } from '../values/dates.ts';
import { type EntityDefinition, type FieldDefinition, normaliseHeader } from './define.ts';
import { templateById, UNCONFIRMED } from './dictionary.ts';
import { ENTITIES } from './entities/registry.ts';
import { isPersonalHeader } from './personal.ts';
import { amountQuestion } from './questions.ts';
import { currencyQuestion, type ShopContext, zoneQuestion } from './shop-questions.ts';
import { layoutQuestion, layoutQuestionId } from './layout-question.ts';
import { statusQuestions } from './status-questions.ts';
import { columnsRead, resolveFields } from './templates/resolve.ts';

export interface DatasetForModel {
  readonly id: string;
  readonly name: string;
  readonly template: string | null;
  readonly table: Table;
  /** The clock of its shop, by which examples are told; without it they are in UTC. */
  readonly offsetOf?: (utcInstant: string) => number;
  /** Nobody said in which zone its times were written. */
  readonly zoneUnknown?: boolean;
  /** The user has confirmed its template. */
  readonly confirmed?: boolean;
  /** Platform and shop it comes from, where they are known. */
  readonly platform?: string | null;
  readonly shop?: string | null;
  /** The currency of its amounts, where it says one or its shop has one. */
  readonly currency?: string | null;
  /** Tables of the workspace that it was made from. */
  readonly madeFrom?: readonly string[];
  /** Which of its columns are masked where they are shown; without it those that are called after people. */
  isMasked?(column: string): boolean;
}

export type Proposal = Pick<ModelReply, 'datasets' | 'unmapped' | 'questions'>;

/** At this confidence and above nothing is asked. */
export const SURE = 0.8;

/**
 * Maps datasets onto the canonical entities: what the user saved, else the template, else header dictionary and value check.
 *
 * @param saved mappings the user set; they win for the dataset and entity they name
 * @param answers question id → option value; null means "ask me later"
 * @param context what the workspace knows of zones and currencies; without it nothing is asked about them
 */
export function proposeMappings(datasets: readonly DatasetForModel[], saved: MappingDocument, answers: Readonly<Record<string, string | null>>, context?: ShopContext): Proposal {
  const mapped = new Map<string, readonly DatasetMapping[]>();
  const unmapped: { dataset: string; reason: Text }[] = [];
  const questions: ModelQuestion[] = [];
  // Tables that were imported come first: their rows are in the tables made of them once more.
  const ordered = [...datasets].sort((a, b) => Number(a.madeFrom !== undefined) - Number(b.madeFrom !== undefined));
  for (const dataset of ordered) {
    const own = saved.entities.filter((mapping) => mapping.from === dataset.id);
    const told = own.length > 0 ? undefined : mappedSource(dataset, datasets, mapped);
    const found = own.length > 0 ? own.map((mapping) => savedMapping(dataset, mapping)) : told === undefined ? proposeFor(dataset, answers, questions) : [];
    mapped.set(dataset.id, found);
    if (context !== undefined) {
      const asked = found.flatMap((one) =>
        one.unconfirmed ? [layoutQuestion(dataset)] : [zoneQuestion(dataset, one.mapping, context), currencyQuestion(dataset, one.mapping, context), ...statusQuestions(dataset, one.mapping)],
      );
      for (const question of asked) if (question !== null && !Object.hasOwn(answers, question.id) && !questions.some(({ id }) => id === question.id)) questions.push(question);
    }
    if (found.length === 0) unmapped.push({ dataset: dataset.id, reason: told === undefined ? unmappedReason(dataset) : toldAlready(told) });
  }
  return { datasets: datasets.flatMap(({ id }) => mapped.get(id) ?? []), unmapped, questions };
}

/** A table that this one was made from, directly or not, and whose rows the model has already. */
function mappedSource({ madeFrom }: DatasetForModel, datasets: readonly DatasetForModel[], mapped: ReadonlyMap<string, readonly DatasetMapping[]>): DatasetForModel | undefined {
  for (const source of datasets.filter(({ id }) => madeFrom?.includes(id))) {
    if ((mapped.get(source.id)?.length ?? 0) > 0) return source;
    const further = mappedSource(source, datasets, mapped);
    if (further !== undefined) return further;
  }
  return undefined;
}

const toldAlready = ({ name }: DatasetForModel): Text => ({
  en: `Made from ${name}, whose rows the model has already: counted again they would be there twice`,
  zh: `由“${name}”生成，其行已计入模型，不重复计入`,
});

function unmappedReason(dataset: DatasetForModel): Text {
  const template = dataset.template === null ? undefined : templateById(dataset.template);
  if (template !== undefined && template.fills.length > 0)
    return { en: `You said that it is no ${template.report.en}: kept as a table until you map it`, zh: `您已说明它不是${template.report.zh}：保留为表，待您指定字段` };
  if (template !== undefined) return { en: `${template.report.en}: kept as a table; this version makes no metrics of it yet`, zh: `${template.report.zh}：已保留为表，当前版本尚未据此计算指标` };
  return { en: 'No order number, product code or customer number was found in it', zh: '未找到订单号、商品编码或客户号' };
}

function savedMapping(dataset: DatasetForModel, mapping: EntityMapping): DatasetMapping {
  const matches = Object.entries(mapping.fields).map(([field, source]): FieldMatch => ({ field, source, confidence: 1, reason: { en: 'Set by you', zh: '由您指定' } }));
  return describe(dataset, mapping, matches, true);
}

function proposeFor(dataset: DatasetForModel, answers: Readonly<Record<string, string | null>>, questions: ModelQuestion[]): DatasetMapping[] {
  const template = dataset.template === null ? undefined : templateById(dataset.template);
  if (template !== undefined) {
    const columns = dataset.table.columns.map(({ name }) => name);
    const unconfirmed = template.unconfirmed === true && dataset.confirmed !== true;
    if (unconfirmed && answers[layoutQuestionId(template)] === 'no') return [];
    const told: Pick<FieldMatch, 'confidence' | 'reason'> = unconfirmed
      ? { confidence: UNCONFIRMED, reason: { en: 'Not confirmed by anyone yet: check the column', zh: '尚未确认，请核对列' } }
      : { confidence: 1, reason: { en: `${template.report.en} is known`, zh: `已知的${template.report.zh}` } };
    return template.fills.map(({ fields, ...rules }) => {
      const present = resolveFields(fields, columns);
      const matches = Object.entries(present).map(([field, source]): FieldMatch => ({ field, source, ...told }));
      return { ...describe(dataset, { ...rules, from: dataset.id, fields: present }, matches, false), ...(unconfirmed && { unconfirmed }) };
    });
  }
  return ENTITIES.flatMap((entity) => {
    const matches = matchFields(dataset.table, entity);
    const chosen = choose(entity.id, dataset, matches);
    if (chosen === null) return [];
    const question = amountQuestion(dataset, entity.id, chosen, answers);
    if (question !== null) {
      if (question.open) questions.push(question.question);
      chosen.splice(0, chosen.length, ...question.matches);
    }
    const mapping: EntityMapping = { entity: entity.id, from: dataset.id, fields: Object.fromEntries(chosen.map(({ field, source }) => [field, source])), ...creditRule(entity.id, dataset.table) };
    return [describe(dataset, mapping, chosen, false)];
  });
}

/** Sales sheets with negative quantities or amounts: those lines are credits (decisions 2). */
function creditRule(entity: string, table: Table): Pick<EntityMapping, 'credits'> {
  if (entity !== 'order_lines' && entity !== 'orders') return {};
  const negative = table.columns.some(
    (column) => column.kind === 'number' && (column.type === 'int' || column.type === 'money') && /qty|quantity|数量|件数/i.test(column.name) && column.values.some((value) => value < 0),
  );
  return negative ? { credits: 'returns' } : {};
}

/** The best column for each field, each column used once per entity. */
function matchFields(table: Table, entity: EntityDefinition): FieldMatch[] {
  const candidates: (FieldMatch & { column: string })[] = [];
  const ownNames = namesBelow(table.columns.map(({ name }) => name));
  for (const column of table.columns) {
    for (const field of entity.fields) {
      const below = ownNames.get(column.name);
      const name = Math.max(nameScore(column.name, field), below === undefined ? 0 : nameScore(below, field) * BELOW);
      if (name === 0) continue;
      const value = valueScore(column, field);
      if (value === 0) continue;
      candidates.push({ field: field.id, source: column.name, column: column.name, confidence: Math.round(name * value * 100) / 100, reason: reasonOf(name, column, field) });
    }
  }
  candidates.sort((a, b) => b.confidence - a.confidence);
  const taken = new Set<string>();
  const filled = new Set<string>();
  const matches: FieldMatch[] = [];
  for (const { column, ...match } of candidates) {
    if (taken.has(column) || filled.has(match.field)) continue;
    taken.add(column);
    filled.add(match.field);
    matches.push(match);
  }
  return matches;
}

/** A name that stands below a merged one says a little less than one that stands alone. */
const BELOW = 0.97;

/** What columns are called below a merged name, as 订单编号 in `订单信息 / 订单编号`, of those that only one is called. */
function namesBelow(names: readonly string[]): ReadonlyMap<string, string> {
  const below = names.map((name) => (name.includes(PARENT_END) ? name.slice(name.lastIndexOf(PARENT_END) + PARENT_END.length) : name));
  const isOnly = (own: string) => below.indexOf(own) === below.lastIndexOf(own);
  return new Map(names.flatMap((name, i) => (name.includes(PARENT_END) && isOnly(below[i] as string) ? [[name, below[i] as string] as const] : [])));
}

const PARENT_END = ' / ';

function nameScore(header: string, field: FieldDefinition): number {
  const name = normaliseHeader(header);
  let best = 0;
  for (const synonym of field.headers) {
    const known = normaliseHeader(synonym);
    if (known === name) return 1;
    if (known.length >= 3 && (name.includes(known) || known.includes(name)) && Math.min(name.length, known.length) / Math.max(name.length, known.length) > 0.6) best = Math.max(best, 0.75);
  }
  return best;
}

/** 1: the cells are what the field needs; below: doubtful; 0: they cannot be. */
function valueScore(column: Column, field: FieldDefinition): number {
  const { type } = column;
  switch (field.type) {
    case 'instant':
    case 'date':
      return type === 'instant' || type === 'date' ? 0.98 : 0;
    case 'money':
      return type === 'money' ? 0.97 : type === 'number' || type === 'int' ? 0.9 : 0;
    case 'int':
    case 'number':
      return type === 'int' || type === 'number' ? 0.97 : 0;
    case 'id':
      return type === 'id' || type === 'text' || type === 'enum' ? 0.98 : type === 'int' ? 0.9 : 0;
    case 'bool':
      return type === 'bool' || type === 'int' ? 0.9 : 0;
    default:
      return column.kind === 'text' && type !== 'date' && type !== 'instant' ? 0.96 : type === 'int' ? 0.6 : 0;
  }
}

function reasonOf(name: number, column: Column, field: FieldDefinition): Text {
  const how: Text = name >= BELOW ? { en: 'The name is known', zh: '列名已知' } : { en: 'The name is similar', zh: '列名相似' };
  return { en: `${how.en}; the cells are ${column.type}, as ${field.title.en} needs`, zh: `${how.zh}，取值为 ${column.type}，符合“${field.title.zh}”的要求` };
}

/** Whether these matches make the entity, and which of them count. */
function choose(entity: string, dataset: DatasetForModel, matches: readonly FieldMatch[]): FieldMatch[] | null {
  const has = (field: string) => matches.some((match) => match.field === field && match.confidence >= 0.6);
  const pass = matches.filter((match) => match.confidence >= 0.55);
  switch (entity) {
    case 'orders':
      if (!has('platform_order_id')) return null;
      if (has('placed_at') || has('paid_at')) return pass;
      // A sheet of payments tells what was paid, and nothing else about an order.
      return has('paid_amount') ? pass.filter(({ field }) => ['platform_order_id', 'paid_amount', 'payment_method'].includes(field)) : null;
    case 'order_lines': {
      if (!has('order_key') || !has('sku')) return null;
      if (has('line_amount') || (!has('qty') && !has('unit_price'))) return has('line_amount') || has('qty') ? pass : null;
      return has('qty') && has('unit_price') ? [...pass, productMatch(matches)] : pass;
    }
    case 'products':
      if (!has('sku') || !(has('title') || has('category_l1'))) return null;
      return pass.filter(({ field }) => !['status', 'attributes'].includes(field));
    case 'customers': {
      const order = matchFields(dataset.table, ENTITIES[0] as EntityDefinition).some((match) => match.field === 'platform_order_id');
      return has('customer_ref') && !order ? pass : null;
    }
    default:
      // A list of returned orders: an order number and a word that says so, but no date of its own.
      return has('order_key') &&
        (has('refund_amount') || has('return_id') || columnOf(dataset.table, 'Returned') !== undefined) &&
        (has('requested_at') || columnOf(dataset.table, 'Returned') !== undefined || has('return_id'))
        ? pass
        : null;
  }
}

/** Without an amount the line is worth quantity times price. */
function productMatch(matches: readonly FieldMatch[]): FieldMatch {
  const source = (field: string) => String(matches.find((match) => match.field === field)?.source ?? '').replaceAll(']', ']]');
  return {
    field: 'line_amount',
    source: { expr: `[${source('qty')}] * [${source('unit_price')}]` },
    confidence: 0.9,
    reason: { en: 'No amount column: quantity times unit price', zh: '没有金额列：按数量乘单价计算' },
  };
}

function describe(dataset: DatasetForModel, mapping: EntityMapping, matches: readonly FieldMatch[], byUser: boolean): DatasetMapping {
  const entity = ENTITIES.find((candidate) => candidate.id === mapping.entity);
  const reads = Object.entries(mapping.fields).map(([field, source]) => [field, columnsRead(source)] as const);
  return {
    dataset: dataset.id,
    entity: mapping.entity,
    mapping,
    matches,
    columns: dataset.table.columns.map((column) => ({
      name: column.name,
      type: column.type,
      example: (dataset.isMasked?.(column.name) ?? isPersonalHeader(column.name)) ? maskCell(exampleOf(column, dataset)) : exampleOf(column, dataset),
      fields: reads.filter(([, names]) => names.includes(column.name)).map(([field]) => field),
    })),
    missing: (entity?.fields ?? [])
      .filter((field) => field.required && !Object.hasOwn(mapping.fields, field.id))
      .map((field) => ({ field: field.id, message: { en: `${field.title.en} is missing`, zh: `缺少“${field.title.zh}”` } })),
    byUser,
  };
}

function exampleOf(column: Column, { offsetOf = () => 0 }: DatasetForModel): string {
  const rows = column.kind === 'text' ? column.codes.length : column.values.length;
  for (let row = 0; row < Math.min(rows, 200); row++) {
    const cell = cellAt(column, row);
    if (cell !== null) return column.type === 'money' ? String((cell as number) / 10_000) : column.type === 'instant' ? localText(String(cell), offsetOf) : String(cell);
  }
  return '';
}
