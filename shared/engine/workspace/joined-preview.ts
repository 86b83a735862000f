import type { ImportOptions } from '#contract/documents';
import type { InspectedColumn } from '#contract/import';
import type { ColumnType } from '#contract/values';
import type { ImportOrigin } from '../history/state.ts';
import { kindOfPeople, type Proposed } from '../import/index.ts';
import { type TextColumn, withName } from '../table/table.ts';
import { joined, typesSet } from './grown-origin.ts';
import { isOfPeople } from './personal-columns.ts';
import type { Settled } from './settled-options.ts';
import type { Workspace } from './workspace.ts';

/** What a table makes of a file that is only looked at. */
export interface JoinedPreview extends Settled {
  readonly renames: Readonly<Record<string, string>>;
  /** A column of the file, with what it is in the table as the reason of its type. */
  told(column: InspectedColumn): InspectedColumn;
}

/** Columns that are called otherwise in their table hold there what the table says: cells that do not fit are seen before they are in. */
export function joinedPreview(workspace: Workspace, origin: ImportOrigin, proposed: Proposed, chosen: ImportOptions): JoinedPreview {
  const { types, renames, own } = joined(workspace, origin, proposed, chosen);
  const isSet = typesSet(workspace, origin, proposed);
  const held = new Map<string, ColumnType>();
  const called = new Map<string, string>();
  const people = new Map<string, TextColumn>();
  for (const [i, { name }] of own.entries()) {
    const { name: from, type } = proposed.types.columns[i] as Proposed['types']['columns'][number];
    const to = types[name];
    const column = proposed.parsed.table.columns[i];
    // Whatever the file calls it: it is shown as its column is.
    if (from !== name && column?.kind === 'text' && isOfPeople(withName(column, name))) people.set(from, column);
    if (from === name || to === undefined || to === type) continue;
    held.set(from, to);
    called.set(from, name);
  }
  return {
    ...(origin.emptyTexts !== undefined && { emptyTexts: origin.emptyTexts }),
    personal: { ...Object.fromEntries([...people.keys()].map((name) => [renames[name] as string, true])), ...origin.personal },
    renames,
    held: Object.fromEntries(held),
    told(read) {
      const somebody = people.get(read.name);
      const column = somebody === undefined ? read : { ...read, people: kindOfPeople(somebody) };
      const name = called.get(column.name);
      if (name === undefined || Object.hasOwn(chosen.types ?? {}, column.name)) return column;
      const { isSet: _inFile, ...rest } = column;
      return { ...rest, ...(isSet(name) && { isSet: true as const }), reason: { en: `As ${name} in its table`, zh: `与表中“${name}”列相同` } };
    },
  };
}
