import type { Command } from '../command.ts';
import { changes } from './changes.ts';
import { clean } from './clean.ts';
import { datasets } from './datasets.ts';
import { exportTable } from './export.ts';
import { history } from './history.ts';
import { importFiles } from './import.ts';
import { inspect } from './inspect.ts';
import { join } from './join.ts';
import { key } from './key.ts';
import { metrics } from './metrics.ts';
import { model } from './model.ts';
import { plan } from './plan.ts';
import { query } from './query.ts';
import { redo } from './redo.ts';
import { report } from './report.ts';
import { rows } from './rows.ts';
import { run } from './run.ts';
import { segments } from './segments.ts';
import { serve } from './serve.ts';
import { undo } from './undo.ts';
import { verify } from './verify.ts';

/** Every command, by name. */
export const COMMANDS: readonly Command[] = Object.freeze([
  changes,
  clean,
  datasets,
  exportTable,
  history,
  importFiles,
  inspect,
  join,
  key,
  metrics,
  model,
  plan,
  query,
  redo,
  report,
  rows,
  run,
  segments,
  serve,
  undo,
  verify,
]);
