import { importBySuanpan, importInApp, removeWorkspace } from '../suanpan.mjs';
import { dividedBy, sizeOf, table } from '../table.mjs';

const BAR = { ratio: 0.7 };

/** Both go into the workspace that the first import of the same round (sections/csv.mjs) has left. */
export function contenders(setting) {
  const {
    cli,
    data: { csv, later },
    workspace,
  } = setting;
  /** The dataset that holds the first file; its name is the same in every round. */
  let dataset = null;
  return [
    {
      id: 'same',
      name: 'the same file again',
      note: 'known by its fingerprint: its cells are not read again, nothing changes',
      rows: csv.rows,
      async run(round) {
        const { alone } = await importInApp(setting, workspace(round), csv.file);
        const result = { ...(await importBySuanpan(cli, workspace(round), csv.file)), alone };
        if (result.told.rowsUnchanged !== csv.rows) throw new Error(`rows changed: ${JSON.stringify(result.told)}`);
        dataset = result.told.dataset;
        return result;
      },
    },
    {
      id: 'later',
      name: 'an overlapping file',
      note: 'the same rows, 1 % of them in another state, and 1 % new ones; no template knows the file: by which column its rows are found again is worked out from both',
      rows: later.rows,
      async run(round) {
        const result = await importBySuanpan(cli, workspace(round), later.file);
        removeWorkspace(workspace(round));
        if (result.told.dataset !== dataset) throw new Error(`went to ${result.told.dataset} instead of ${dataset}`);
        return result;
      },
    },
  ];
}

export function section({ data: { csv, later } }, results) {
  const first = results.get('first');
  const row = (result, bar) => ({ result, bar, ratios: dividedBy(result, first), more: [result.told.rowsNew, result.told.rowsUpdated, result.told.rowsUnchanged] });
  const rows = [row({ ...first, name: 'first import', note: 'into a new workspace' }), row(results.get('same'), BAR), row(results.get('later'))];
  return `## Import into the workspace that already holds the file

${sizeOf(csv)} at first; the overlapping file has ${sizeOf(later)}. Rows are told as the command line told them.

${table({ first: 'Suanpan imports', ratio: 'it ÷ first import', more: ['new', 'updated', 'unchanged'] }, rows)}`;
}
