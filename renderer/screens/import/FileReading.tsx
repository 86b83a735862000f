import { ArrowRight, KeyRound, Sparkle } from 'lucide-react';
import { useState } from 'react';
import type { ImportOptions } from '#contract/documents';
import type { CellCorrection, InspectedFile, InspectedTable } from '#contract/import';
import { choicesFor, optionsOf } from '#contract/import-options';
import type { Finding } from '#contract/values';
import { formatNumber, formatPercent } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { correctCells, type ImportFile, inspect, inspectPlain } from '../../state/importSession.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { AlreadyIn } from './AlreadyIn.tsx';
import { CellCorrections } from './CellCorrections.tsx';
import { ColumnsView } from './ColumnsView.tsx';
import { Destination } from './Destination.tsx';
import { Detections } from './Detections.tsx';
import { nextProblem, PreviewTable } from './PreviewTable.tsx';
import { RawText } from './RawText.tsx';
import { RowCounts } from './RowCounts.tsx';
import { ProblemBand } from './ProblemBand.tsx';
import { SetAsideDialog } from './SetAsideDialog.tsx';
import { isUnsure } from './tableState.ts';

const FINDINGS_SHOWN = 3;
const NONE: readonly CellCorrection[] = [];

type View = 'preview' | 'columns' | 'raw';

/** How one file was read: counts, preview, and the reader's decisions beside it. */
export function FileReading({ file, inspected }: { readonly file: ImportFile; readonly inspected: InspectedFile }) {
  const { t } = useWords();
  const [view, setView] = useState<View>('preview');
  const [editing, setEditing] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  // The state of the file in the list may be that of a later table: what needs a look is shown first.
  const [sheet, setSheet] = useState(() =>
    Math.max(
      0,
      inspected.tables.findIndex((one) => stateOf(one) !== null),
    ),
  );
  const detailOf = (one: InspectedTable) => {
    const state = stateOf(one);
    if (state === null) return {};
    if (state === 'unsure') return { detail: t('import.state.unsure') };
    return { detail: t('import.problems', { rows: one.setAsideRows, cells: one.refusedCells }) };
  };
  const table = inspected.tables[sheet] ?? inspected.tables[0];
  if (table === undefined) return <div className="sp pad-20 t2">{t('import.noTable')}</div>;
  // Of several tables the others stay as they are.
  const isOne = inspected.tables.length > 1 || file.options.table !== undefined;
  const corrections = (Object.hasOwn(file.corrections, table.name) ? file.corrections[table.name] : undefined) ?? NONE;
  const types = optionsOf(file.options, table.name).types ?? {};
  const edited = table.refused.find(({ reason }) => reason.en === editing);
  const choose = (options: ImportOptions) => void inspect(file.key, isOne ? choicesFor(options, inspected.format, table.name) : options);
  return (
    <>
      <div className="imp-main">
        <div className="row g8 imp-head">
          <span className="b el">{file.name}</span>
          {inspected.tables.length > 1 ? (
            <Choice
              label={t('import.sheet')}
              small
              value={String(sheet)}
              options={inspected.tables.map((one, index) => ({ value: String(index), label: one.name, ...detailOf(one) }))}
              onChange={(value) => setSheet(Number(value))}
              testId="import-sheet"
            />
          ) : null}
          <TemplateTag table={table} />
          <span className="sp" />
          <Segmented<View>
            label={t('import.view')}
            small
            value={view}
            onChange={setView}
            options={[
              { value: 'preview', label: t('import.view.preview') },
              { value: 'columns', label: t('import.view.columns') },
              { value: 'raw', label: t('import.view.raw') },
            ]}
          />
        </div>
        {inspected.alreadyIn === null ? null : <AlreadyIn file={file} inspected={inspected} alreadyIn={inspected.alreadyIn} table={table.name} />}
        {inspected.preset === null && !file.preset ? null : (
          <div className="notice plain row g8" data-testid="import-preset">
            <span className="sp">{t('import.preset')}</span>
            <Button kind="link" className="f12" onPress={() => void inspectPlain(file.key)}>
              {t('import.plain')}
            </Button>
          </div>
        )}
        {table.template?.unconfirmed ? (
          <div className="notice" data-testid="import-unconfirmed">
            {t('import.unconfirmed')}
          </div>
        ) : null}
        {inspected.partial ? <div className="notice plain f12">{t('import.partial')}</div> : null}
        <Counts table={table} findable={view === 'preview'} />
        {view === 'preview' ? (
          <PreviewTable
            table={table}
            corrections={corrections}
            chosen={new Set(Object.keys(types))}
            onType={(column, type) => {
              const { [column]: _before, ...others } = types;
              const left = type === null ? others : { ...others, [column]: type };
              choose({ types: Object.keys(left).length === 0 ? undefined : left });
            }}
          />
        ) : view === 'columns' ? (
          <ColumnsView table={table} />
        ) : (
          <RawText table={table} />
        )}
        <Findings table={table} />
        <ProblemBand table={table} onFix={choose} corrections={corrections} onEdit={setEditing} onOpen={() => setOpened(true)} />
        {inspected.alreadyIn === null || file.again ? <Fills file={file} inspected={inspected} sheet={inspected.tables.indexOf(table)} table={table} /> : null}
        <KeyAhead table={table} />
      </div>
      <Detections table={table} busy={file.busy} onChoose={choose} />
      {!opened || file.source === null || table.setAsideRows === 0 ? null : (
        <SetAsideDialog
          name={file.name}
          file={{ source: file.source, options: file.options, plain: file.plain }}
          table={table.name}
          rows={table.setAsideRows}
          partial={inspected.partial}
          onClose={() => setOpened(false)}
        />
      )}
      {edited === undefined ? null : (
        <CellCorrections
          file={file.name}
          table={table}
          group={edited}
          corrections={corrections}
          partial={inspected.partial}
          onCorrect={(next) => correctCells(file.key, table.name, next)}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

/** What a table needs a look for. */
function stateOf(table: InspectedTable): 'problems' | 'unsure' | null {
  return table.setAsideRows > 0 || table.refusedCells > 0 ? 'problems' : isUnsure(table) ? 'unsure' : null;
}

function TemplateTag({ table }: { readonly table: InspectedTable }) {
  const { t, text } = useWords();
  if (table.template === null && table.goesTo !== null) return null;
  if (table.template === null)
    return table.kind !== null ? (
      <span className="tag a">
        <span className="el">{text(table.kind)}</span>
      </span>
    ) : (
      <span className="tag">
        <span className="el">{t('import.newLayout')}</span>
      </span>
    );
  const { unconfirmed } = table.template;
  const told = t('import.template', { report: text(table.template.report), known: table.template.knownColumns, all: table.columns.filter(({ told }) => !told).length });
  return (
    <span className={unconfirmed ? 'tag w' : 'tag a'} title={told}>
      <Sparkle className="i xs" aria-hidden="true" />
      <span className="el">{told}</span>
    </span>
  );
}

function Counts({ table, findable }: { readonly table: InspectedTable; readonly findable: boolean }) {
  const { t } = useWords();
  const cells = table.rows * table.columns.length;
  const filled = cells === 0 ? null : 1 - table.columns.reduce((sum, column) => sum + column.nulls, 0) / cells;
  return (
    <div className="counts">
      <span>
        <b className="num">{formatNumber(table.rows + table.setAsideRows)}</b> {t('import.dataRows', { n: table.rows + table.setAsideRows })}
      </span>
      <RowCounts table={table}>
        {findable && table.refusedCells > 0 ? (
          <>
            {' '}
            <Button kind="link" className="f12" onPress={() => nextProblem('refused')}>
              {t('import.nextProblem')}
            </Button>
          </>
        ) : null}
      </RowCounts>
      <span>
        <b className="num">{formatNumber(table.columns.length)}</b> {t('import.columns', { n: table.columns.length })}
      </span>
      <span>
        <b className="num">{formatPercent(filled)}</b> {t('import.filled')}
      </span>
    </div>
  );
}

/** Whether a note names its row itself, or has none. */
const saysRow = ({ where, message }: Finding): boolean => where.row === undefined || new RegExp(`\\b${where.row}\\b`).test(message.en);

/** What the reader noticed beside rows and types: hidden sheets, merged cells, subtotals, errors. */
function Findings({ table }: { readonly table: InspectedTable }) {
  const { t, text } = useWords();
  if (table.findings.length === 0) return null;
  const shown = [...new Map(table.findings.map((finding) => [finding.message.en, finding])).values()].slice(0, FINDINGS_SHOWN);
  return (
    <div className="imp-notes f12" data-testid="import-findings">
      {shown.map((finding) => (
        <div key={finding.message.en} className={finding.severity === 'warning' ? 'tw' : 't2 el'} title={text(finding.message)}>
          {saysRow(finding) ? '' : `${t('source.row')} ${formatNumber(finding.where.row as number)}: `}
          {text(finding.message)}
        </div>
      ))}
      {table.findings.length > shown.length ? <div className="t3">{t('import.notes', { n: table.findings.length })}</div> : null}
    </div>
  );
}

function Fills({ file, inspected, sheet, table }: { readonly file: ImportFile; readonly inspected: InspectedFile; readonly sheet: number; readonly table: InspectedTable }) {
  const { t, text } = useWords();
  const entities = useEngine('model.entities', {});
  return (
    <div className="row g6 imp-fills f12">
      <ArrowRight className="i s t3" aria-hidden="true" />
      <Destination file={file} inspected={inspected} table={sheet} />
      <span className="sp" />
      {table.fills.length === 0 ? (
        table.goesTo === null ? (
          <span className="t2 el">{t('import.fillsNothing')}</span>
        ) : null
      ) : (
        <>
          <span className="t2 nw">{t('import.fills')}</span>
          <span className="m el">{table.fills.map((id) => text(entities.data?.find((entity) => entity.id === id)?.title ?? { en: id, zh: id })).join(t('list.comma'))}</span>
        </>
      )}
    </div>
  );
}

/** By what the rows of the table will be found again, where that is not known already. */
function KeyAhead({ table: { key, goesTo } }: { readonly table: InspectedTable }) {
  const { t, text } = useWords();
  if (key === null) return null;
  return (
    <div className="row g6 imp-fills f12" data-testid="import-key">
      <KeyRound className="i s t3" aria-hidden="true" />
      <span className="t2 nw">{key.found === null ? t('key.ahead') : t('key.again')}</span>
      <span className="m el num">{text(key.reason)}</span>
      {goesTo !== null && !key.sure ? <span className="t3 nw">{t('key.ahead.offer')}</span> : null}
    </div>
  );
}
