import { useState } from 'react';
import type { InspectedFile } from '#contract/import';
import { optionsOf } from '#contract/import-options';
import { useWords } from '../../i18n/index.ts';
import { type ImportFile, importFiles, renameColumns, sendInto } from '../../state/importSession.ts';
import { useStore } from '../../state/store.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { useLatest } from '../join/useLatest.ts';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { Drift } from './Drift.tsx';
import { arriving, columnsBefore, freeName, placeOf } from './places.ts';

interface DestinationProps {
  readonly file: ImportFile;
  readonly inspected: InspectedFile;
  /** Which of its tables. */
  readonly table: number;
}

const OWN = '\u0000own';
const AUTOMATIC = '\u0000';

/** The table that a table of a file goes into, with the others it could go to. */
export function Destination({ file, inspected, table }: DestinationProps) {
  const { t } = useWords();
  const [mapping, setMapping] = useState(false);
  const files = useStore(importFiles) ?? [];
  const tables = arriving(files);
  // Long lists are looked at as one goes through them: a table of those may be the one where this belongs.
  const before = files.slice(
    0,
    files.findIndex(({ key }) => key === file.key),
  );
  const isSure = before.every(({ skip, error, inspected: seen }) => skip || error !== null || seen !== null);
  // With a choice the places are asked for again: until they are there what was known of the same tables stays, and the dialog over it.
  const asked = useLatest(useEngine('import.places', { tables: tables.map(({ arrival }) => arrival) }), tables.map(({ key, table: index }) => `${key} ${index}`).join());
  const places = asked.data ?? [];
  const datasets = useEngine('datasets.list', {}).data ?? [];
  const place = placeOf(tables, places, file.key, table);
  const arrived = inspected.tables[table];
  if (place === undefined || arrived === undefined) return null;
  // Later files of the import join the first one that goes there.
  const makes = place.isNew && places.findIndex(({ dataset }) => dataset === place.dataset) === places.indexOf(place);
  const existing = datasets.filter(({ origin }) => origin === 'import').map(({ name }) => name);
  const made = places.filter((one, index) => one.isNew && !(tables[index]?.key === file.key && tables[index]?.table === table)).map(({ dataset }) => dataset);
  const into = Object.hasOwn(file.intoTables, arrived.name) ? (file.intoTables[arrived.name] ?? null) : null;
  const names = [...new Set([...existing, ...made, ...(into === null ? [] : [into])])];
  const choose = (value: string) => void sendInto(file.key, arrived.name, value === AUTOMATIC ? null : value === OWN ? freeName(arrived.ownName, names) : value);
  const renames = optionsOf(file.options, arrived.name).renames ?? {};
  // Columns that are only new, or only lost, are no question.
  const canBeMapped =
    place.remembered.length > 0 || Object.keys(renames).length > 0 || (place.drift !== null && place.drift.renamed.length + Math.min(place.drift.added.length, place.drift.lost.length) > 0);
  return (
    <>
      <span className="t2 nw">{makes ? t('import.makes') : t('import.goesTo')}</span>
      <Choice
        label={t('import.into')}
        small
        value={into ?? AUTOMATIC}
        shown={place.dataset}
        options={[{ value: AUTOMATIC, label: t('import.into.auto') }, { value: OWN, label: t('import.into.own') }, ...names.map((name) => ({ value: name, label: name }))]}
        onChange={choose}
        testId="import-into"
      />
      {isSure || !place.isNew ? null : <span className="t3 el">{t('import.into.unsure')}</span>}
      <Drift drift={place.drift} />
      {canBeMapped ? (
        <Button kind="link" className="f12 nw" onPress={() => setMapping(true)} testId="import-map-columns">
          {t('import.columnsOf.map')}
        </Button>
      ) : null}
      {mapping && canBeMapped ? (
        <ColumnsDialog
          place={place}
          table={arrived}
          before={columnsBefore(files, tables, places, place)}
          renames={renames}
          busy={file.busy}
          onChange={(next) => void renameColumns(file.key, arrived.name, next)}
          onClose={() => setMapping(false)}
        />
      ) : null}
    </>
  );
}
