import { useState } from 'react';
import type { InspectedFile } from '#contract/import';
import { formatInstant } from '../../format/dates.ts';
import { useWords } from '../../i18n/index.ts';
import { type ImportFile, importAgain, importFiles, inspect } from '../../state/importSession.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { ReadAgainDialog } from '../collect/ReadAgain.tsx';
import { freeName } from './places.ts';

interface AlreadyInProps {
  readonly file: ImportFile;
  readonly inspected: InspectedFile;
  readonly alreadyIn: NonNullable<InspectedFile['alreadyIn']>;
  /** Which of its tables is looked at. */
  readonly table: string;
}

/** Says that the same file is in, and what can be done: nothing, another table, or another reading of the one that is in. */
export function AlreadyIn({ file, inspected, alreadyIn, table }: AlreadyInProps) {
  const { t, lang } = useWords();
  const [reading, setReading] = useState(false);
  const datasets = useEngine('datasets.list', {}).data ?? [];
  const sources = useEngine('import.sources', reading ? {} : null).data ?? [];
  const own = alreadyIn.sources.find((one) => one.table === table) ?? (alreadyIn.sources.length === 1 ? alreadyIn.sources[0] : undefined);
  const source = sources.find(({ id }) => id === own?.source);
  const told = { at: formatInstant(alreadyIn.at, lang), dataset: alreadyIn.dataset };
  const addAsAnother = () => {
    const taken = [...datasets.map(({ name }) => name), ...(importFiles.get() ?? []).flatMap(({ intoTables }) => Object.values(intoTables))];
    const names: Record<string, string> = {};
    for (const { name, ownName } of inspected.tables) names[name] = freeName(ownName, [...taken, ...Object.values(names)]);
    void importAgain(file.key, names);
  };
  return (
    <div className="notice row g8 wrap" data-testid="import-already">
      <span className="sp">{file.again ? t('import.already.again', told) : t('import.already', told)}</span>
      {file.again ? (
        <Button kind="link" className="f12 nw" onPress={() => void importAgain(file.key, null)} testId="import-not-again">
          {t('import.already.leave')}
        </Button>
      ) : (
        <>
          <Button size="small" onPress={addAsAnother} testId="import-again">
            {t('import.already.another')}
          </Button>
          {own === undefined ? null : (
            <Button size="small" onPress={() => setReading(true)} testId="import-read-again">
              {t('source.again')}
            </Button>
          )}
        </>
      )}
      {reading && source !== undefined ? <ReadAgainDialog source={source} onClose={() => setReading(false)} onDone={() => void inspect(file.key)} /> : null}
    </div>
  );
}
