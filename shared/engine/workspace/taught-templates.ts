import type { EntityMapping, TemplateDocument } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import { TEXT_TYPES } from '#contract/values';
import type { StatePatch, WorkspaceState } from '../history/state.ts';
import { datasetId, headerSignature } from '../import/index.ts';
import { ENTITIES, templateById } from '../model/index.ts';
import { columnNames } from '../store/columns.ts';
import { TIME_ZONES } from '../values/zones.ts';
import type { Workspace } from './workspace.ts';

/**
 * Makes a template of a table as the user has set it up: its columns, their types, its key and its mapping. It takes the place of what was
 * taught of these columns before.
 *
 * @param key columns by which a later file finds its rows again; must exist
 */
export function learnTemplate(workspace: Workspace, dataset: string, title: string, key: readonly string[]): TemplateDocument {
  const { origin } = workspace.datasets.definition(dataset);
  if (origin.kind !== 'import') throw new SuanpanError({ code: 'invalid-params', message: { en: 'A joined table comes from no file', zh: '关联生成的表不来自文件' } });
  const columns = Object.keys(origin.types);
  const unknown = key.find((name) => !columns.includes(name));
  if (unknown !== undefined) throw new SuanpanError({ code: 'missing-column', message: { en: `There is no column ${unknown}`, zh: `没有列“${unknown}”` } });
  const entities = mappingsOf(workspace, dataset).map(({ from: _from, ...mapping }) => mapping);
  return {
    version: 1,
    id: taughtFor(workspace.state, columns)?.id ?? datasetId(`taught ${title}`, new Set(Object.keys(workspace.state.templates))),
    title,
    platform: origin.platform ?? 'other',
    requires: columns,
    naturalKey: key,
    types: origin.types,
    timeZone: origin.timeZone,
    entities,
  };
}

/**
 * A layout of ours that nobody had confirmed, as the user has confirmed it with this table: remembered under its own id.
 *
 * @param entities the mapping he set or said yes to
 * @returns `null` where there is nothing to confirm
 */
export function confirmedTemplate({ state, datasets }: Workspace, dataset: string, entities: readonly EntityMapping[]): TemplateDocument | null {
  const { origin } = datasets.definition(dataset);
  const template = origin.kind !== 'import' || origin.template === null ? undefined : templateById(origin.template);
  if (origin.kind !== 'import' || template?.unconfirmed !== true || Object.hasOwn(state.templates, template.id) || entities.length === 0) return null;
  const has = (name: string) => Object.hasOwn(origin.types, name);
  const naturalKey = origin.naturalKey.filter(has);
  return {
    version: 1,
    id: template.id,
    title: `${template.report.en} / ${template.report.zh}`,
    platform: template.platform,
    requires: [...new Set([...template.requires.filter(has), ...naturalKey])],
    naturalKey,
    types: origin.types,
    timeZone: template.timeZone,
    entities: entities.map(({ from: _from, ...mapping }) => mapping),
  };
}

/** The template that was taught of files with these very columns: of two nobody could tell which a file is of. */
export function taughtFor({ templates }: WorkspaceState, columns: readonly string[]): TemplateDocument | undefined {
  const layout = headerSignature(columns);
  return Object.values(templates).find(({ requires }) => headerSignature(requires) === layout);
}

/**
 * Tables of no template that are of the layout of one: from now on they are its tables, so that the next file finds them.
 *
 * @returns these tables, and the mapping where none was set for them
 */
export function adopted({ state, database }: Workspace, template: TemplateDocument): Pick<StatePatch, 'datasets' | 'mapping'> {
  const layout = headerSignature(template.requires);
  const tables = Object.values(state.datasets).flatMap((dataset) => {
    const { origin } = dataset;
    if (origin.kind !== 'import' || origin.template !== null || !origin.sources.some((source) => headerSignature(columnNames(database, `source:${source}`)) === layout)) return [];
    const naturalKey = origin.keyBy === 'user' ? origin.naturalKey : template.naturalKey;
    return [{ ...dataset, origin: { ...origin, template: template.id, platform: template.platform, signature: `${template.id}\u001e${layout}`, naturalKey } }];
  });
  const mapped = new Set(state.mapping.map(({ from }) => from));
  const mapping = tables.filter(({ id }) => !mapped.has(id)).flatMap(({ id }) => template.entities.map((entity) => ({ ...entity, from: id })));
  return { datasets: Object.fromEntries(tables.map((dataset) => [dataset.id, dataset])), ...(mapping.length > 0 && { mapping: [...state.mapping, ...mapping] }) };
}

/** What the user set, else what is proposed: both stand behind the canonical tables. */
function mappingsOf({ state, model }: Workspace, dataset: string): readonly EntityMapping[] {
  const set = state.mapping.filter(({ from }) => from === dataset);
  return set.length > 0 ? set : model.stored().mappings.filter(({ from }) => from === dataset);
}

/** A template that came as a file, held to what a template is. @throws SuanpanError `invalid-document` */
export function checkTemplate(document: unknown, file: string): TemplateDocument {
  const bad = (what: string) =>
    new SuanpanError({
      code: 'invalid-document',
      where: { file },
      message: { en: `${file} is no template: ${what}`, zh: `${file} 不是模板：${what}` },
      hint: { en: 'Export the template again', zh: '请重新导出模板' },
    });
  const texts = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');
  const record = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!record(document) || document.version !== 1) throw bad('version');
  const { id, title, platform, requires, naturalKey, types, timeZone, entities } = document;
  if (typeof id !== 'string' || !/^[\p{L}\p{N}_-]+$/u.test(id) || typeof title !== 'string' || title === '' || typeof platform !== 'string') throw bad('id, title, platform');
  if (!texts(requires) || requires.length === 0) throw bad('requires');
  if (!texts(naturalKey) || naturalKey.some((name) => !requires.includes(name))) throw bad('naturalKey');
  if (!record(types) || Object.values(types).some((type) => !COLUMN_TYPES.has(String(type)))) throw bad('types');
  if (timeZone !== null && (typeof timeZone !== 'string' || !TIME_ZONES.includes(timeZone))) throw bad('timeZone');
  if (!Array.isArray(entities) || entities.some((mapping) => !record(mapping) || !ENTITIES.some((entity) => entity.id === mapping.entity) || !record(mapping.fields))) throw bad('entities');
  return document as unknown as TemplateDocument;
}

const COLUMN_TYPES: ReadonlySet<string> = new Set([...TEXT_TYPES, 'int', 'number', 'ratio', 'money', 'bool']);
