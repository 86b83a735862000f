import type { ImportOptions } from '#contract/documents';
import type { ColumnType } from '#contract/values';
import type { DatasetState, ImportOrigin } from '../history/state.ts';
import { headerSignature, keyOfFile, type ParsedTable, type Proposed, renamedColumns, typesRecord } from '../import/index.ts';
import { columnNames } from '../store/columns.ts';
import { renamesIn } from './file-renames.ts';
import { fittedTexts } from './fit.ts';
import { widerByCorrection } from './grown-types.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Workspace } from './workspace.ts';

/** Old name → new name. */
type Names = ReadonlyMap<string, string>;

/** A table whose file `from` was read again as `to`. */
export function replaced(
  workspace: Workspace,
  dataset: DatasetState,
  origin: ImportOrigin,
  { from, to }: { readonly from: number; readonly to: number },
  { parsed, types, template, timeZone }: Proposed,
  { asked, now }: { readonly asked: ImportOptions; readonly now: ImportOptions },
  renames: Names,
): DatasetState {
  const sources = origin.sources.map((source) => (source === from ? to : source));
  const own = typesRecord(types);
  const names = Object.keys(own);
  const { emptyTexts = origin.emptyTexts } = now;
  const personal = { ...origin.personal, ...now.personal };
  const masking = Object.keys(personal).length > 0 ? { personal: Object.fromEntries(Object.entries(personal).map(([name, isMasked]) => [renames.get(name) ?? name, isMasked])) } : {};
  // The only file of a table says all about it; of several the others keep their say, but for what is chosen now.
  if (sources.length > 1) {
    const calledLater = origin.renames === undefined ? undefined : Object.fromEntries(Object.entries(origin.renames).map(([later, name]) => [later, renames.get(name) ?? name]));
    const ofFiles = origin.renamesOf === undefined ? undefined : followedRenames(origin.renamesOf, from, to, renames);
    const { timeZone: zone = origin.timeZone, dateOrder = origin.dateOrder, decimal = origin.decimal } = now;
    const grown = {
      ...origin,
      sources,
      naturalKey: origin.naturalKey.map((name) => renames.get(name) ?? name),
      ...(calledLater !== undefined && { renames: calledLater }),
      ...(ofFiles !== undefined && { renamesOf: ofFiles }),
      timeZone: zone,
      dateOrder,
      decimal,
      ...(emptyTexts !== undefined && { emptyTexts }),
      ...masking,
    };
    return { ...dataset, origin: { ...grown, types: typesOf(workspace, grown, from, to, own, renames, now.types) } };
  }
  const settings = template === null ? null : knowledgeOf(workspace).template(template.id, names);
  return {
    ...dataset,
    origin: {
      kind: 'import',
      sources,
      ...keyAfter(origin, settings === null ? undefined : keyOfFile(settings, parsed), names, renames),
      template: template?.id ?? null,
      platform: settings?.platform ?? null,
      shop: asked.shop ?? origin.shop,
      ...(origin.variant !== undefined && { variant: origin.variant }),
      signature: `${template?.id ?? ''}\u001e${headerSignature(names)}`,
      types: withCorrected(types, dataset.recipe, renames),
      timeZone,
      dateOrder: types.dateOrder,
      decimal: types.decimal,
      ...(emptyTexts !== undefined && { emptyTexts }),
      ...masking,
    },
  };
}

/** The types of a file whose corrected cells, the first step of its table, ask for wider ones; its columns may have been called otherwise before. */
function withCorrected({ columns }: Proposed['types'], [first]: DatasetState['recipe'], renames: Names): Record<string, ColumnType> {
  const types = Object.fromEntries(columns.map(({ name, type }) => [name, type]));
  if (first?.step !== 'edit-cells' || first.on === false || !Array.isArray(first.params['cells'])) return types;
  for (const cell of first.params['cells'] as string[]) {
    const [, , before = '', text = ''] = cell.split('\t');
    const name = renames.get(before) ?? before;
    const column = columns.find((one) => one.name === name && one.isSet !== true);
    const wider = column === undefined ? null : widerByCorrection(column.type);
    const [own, fit] = column === undefined || wider === null ? [] : [column.type, wider].map((type) => fittedTexts(name, type, CORRECTED, [text])[0]);
    if (own === null && fit !== null && wider !== null) types[name] = wider;
  }
  return types;
}

/** Corrections are written with a point, whatever their file has. */
const CORRECTED = { decimal: '.', dateOrder: 'ymd', offsetOf: () => 0 } as const;

/** The columns of a table of several files: those that are still called so somewhere, in their order, then those that are new. */
function typesOf(
  { database }: Workspace,
  origin: ImportOrigin,
  from: number,
  to: number,
  own: Readonly<Record<string, ColumnType>>,
  renames: Names,
  chosen: ImportOptions['types'],
): Record<string, ColumnType> {
  const { sources, types } = origin;
  const names = Object.keys(own);
  const called = renamedColumns(names, renamesIn(origin, to));
  const ownCalled = new Map(names.map((name, i) => [called[i] as string, own[name] as ColumnType]));
  const there = new Set([
    ...ownCalled.keys(),
    ...sources.filter((source) => source !== to && source !== from).flatMap((source) => renamedColumns(columnNames(database, `source:${source}`), renamesIn(origin, source))),
  ]);
  const result = new Map<string, ColumnType>();
  for (const [name, type] of Object.entries(types)) {
    const next = renames.get(name) ?? name;
    if (there.has(next) && !(next !== name && Object.hasOwn(types, next))) result.set(next, type);
  }
  for (const [name, type] of ownCalled) if (!result.has(name)) result.set(name, type);
  return { ...Object.fromEntries(result), ...chosen };
}

/** What was said of the key holds as long as its columns are there. */
function keyAfter({ naturalKey, keyBy }: ImportOrigin, known: readonly string[] | undefined, names: readonly string[], renames: Names): Pick<ImportOrigin, 'naturalKey' | 'keyBy'> {
  const key = naturalKey.map((name) => renames.get(name) ?? name);
  if (known !== undefined || keyBy === undefined || !key.every((name) => names.includes(name))) return { naturalKey: known ?? [] };
  return { naturalKey: key, keyBy };
}

/** Columns of a file that stand in the same place and are called otherwise now, unless another file of the table calls one so: old name → new name. */
export function renamedInPlace({ database }: Workspace, origin: ImportOrigin, id: number, { table }: ParsedTable): Map<string, string> {
  const { sources } = origin;
  const namesOf = (source: number) => renamedColumns(columnNames(database, `source:${source}`), renamesIn(origin, source));
  const before = namesOf(id);
  if (before.length !== table.columns.length) return new Map();
  const others = new Set(sources.filter((source) => source !== id).flatMap(namesOf));
  const now = renamedColumns(
    table.columns.map(({ name }) => name),
    renamesIn(origin, id),
  );
  return new Map(before.flatMap((name, i) => (name === now[i] || others.has(name) ? [] : [[name, now[i] as string] as const])));
}

/** What single files call otherwise, of one under the number it has now. */
const followedRenames = (renamesOf: NonNullable<ImportOrigin['renamesOf']>, from: number, to: number, renames: Names): NonNullable<ImportOrigin['renamesOf']> =>
  Object.fromEntries(
    Object.entries(renamesOf).map(([source, own]) => [Number(source) === from ? to : source, Object.fromEntries(Object.entries(own).map(([name, called]) => [name, renames.get(called) ?? called]))]),
  );

/** Types under the names that their columns have now. */
export const renamedKeys = (types: ImportOptions['types'], renames: Names): ImportOptions['types'] =>
  Object.fromEntries(Object.entries(types ?? {}).map(([name, type]) => [renames.get(name) ?? name, type]));
