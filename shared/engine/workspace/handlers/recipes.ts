import type { RecipeStep } from '#contract/documents';
import { SuanpanError, toErrorInfo } from '#contract/errors';
import { compileExpression, FUNCTIONS, recipeNeeds, stepById, STEPS, suggestSteps } from '../../clean/index.ts';
import { dependencyOrder } from '../../history/state.ts';
import { recipeReply } from '../built-dataset.ts';
import type { Table } from '../../table/table.ts';
import type { Workspace } from '../workspace.ts';
import { maskedCell, personalAt } from '../personal-columns.ts';
import { recipeTitle } from '../recipe-title.ts';
import { recipeFileHandlers } from './recipe-files.ts';
import { keptRowHandlers } from './removed.ts';
import { versionHandlers } from './versions.ts';
import type { Area, Session } from './session.ts';

/** @throws SuanpanError `invalid-document` naming the step that is not one */
export function checkSteps(steps: unknown): RecipeStep[] {
  if (!Array.isArray(steps)) throw invalid('steps must be a list', '步骤应为列表');
  for (const [i, step] of steps.entries()) {
    const known = new Set(['step', 'version', 'on', 'params', 'keep']);
    const record = step as Record<string, unknown> | null;
    if (typeof record !== 'object' || record === null || typeof record.step !== 'string') throw invalid(`step ${i + 1} has no name`, `第 ${i + 1} 步没有名称`);
    const extra = Object.keys(record).find((key) => !known.has(key));
    // Steps of a later version keep whatever they carry.
    if (extra !== undefined && stepById(record.step) !== undefined) throw invalid(`step ${i + 1}: unknown key ${extra}`, `第 ${i + 1} 步：未知的键 ${extra}`);
    if (record.keep !== undefined && !areKeptRows(record.keep)) throw invalid(`step ${i + 1}: keep must be a list of source and row`, `第 ${i + 1} 步：keep 应为来源与行的列表`);
  }
  return steps.map((step) => ({ ...(step as RecipeStep), version: (step as RecipeStep).version ?? 1, params: (step as RecipeStep).params ?? {} }));
}

const areKeptRows = (keep: unknown): boolean =>
  Array.isArray(keep) && keep.every((one: Record<string, unknown> | null) => typeof one === 'object' && one !== null && Number.isSafeInteger(one.source) && Number.isSafeInteger(one.row));

const invalid = (en: string, zh: string) => new SuanpanError({ code: 'invalid-document', message: { en, zh } });

export async function setRecipe(session: Session, dataset: string, steps: readonly RecipeStep[], work: ReturnType<Session['work']>): Promise<void> {
  const workspace = session.open;
  await workspace.change('recipe.set', work, async () => {
    const definition = workspace.datasets.definition(dataset);
    if (JSON.stringify(definition.recipe) === JSON.stringify(steps)) return null;
    const next = { ...definition, recipe: steps };
    const { cycle } = dependencyOrder({ ...workspace.state.datasets, [dataset]: next });
    if (cycle !== null) throw new SuanpanError({ code: 'invalid-params', message: { en: `${definition.name} would join itself`, zh: `“${definition.name}”将关联自身` } });
    return { title: recipeTitle(definition.name, definition.recipe, steps), patch: { datasets: { [dataset]: next } } };
  });
}

function columnsBefore(workspace: Workspace, dataset: string): string[] {
  return (workspace.datasets.get(dataset).tables[0] as Table).columns.map((column) => column.name);
}

/** A shorter number counts or measures what it was made of. */
const isLong = (value: number): boolean => Math.abs(value) >= 1_000_000;

export function recipeHandlers(session: Session): Area<'steps'> & Area<'recipe'> & Area<'expression'> {
  return {
    'steps.catalogue': () => STEPS.map(({ id, version, title, help, icon, family, params }) => ({ id, version, title, help, icon, family, params })),
    'recipe.get': ({ dataset }) => session.open.read(() => recipeReply(dataset, session.open.datasets.get(dataset))),
    'recipe.set': async ({ dataset, steps, dryRun, upTo }, context) => {
      const checked = checkSteps(steps);
      if (dryRun) {
        return session.open.read(() => ({
          ...recipeReply(dataset, session.open.datasets.tryRecipe(dataset, checked.slice(0, upTo))),
          needs: recipeNeeds(columnsBefore(session.open, dataset), checked),
        }));
      }
      await setRecipe(session, dataset, checked, session.work(context));
      return recipeReply(dataset, session.open.datasets.get(dataset));
    },
    ...recipeFileHandlers(session, checkSteps),
    ...keptRowHandlers(session),
    ...versionHandlers(session),
    'recipe.suggestions': ({ dataset }) => session.open.read(() => suggestSteps(session.open.datasets.table(dataset), session.open.datasets.definition(dataset).recipe)),
    'expression.functions': () => Object.entries(FUNCTIONS).map(([name, { help }]) => ({ name, help })),
    'expression.check': ({ dataset, step, text }) =>
      session.open.read(() => {
        const { tables } = session.open.datasets.get(dataset);
        const at = Math.min(step ?? tables.length - 1, tables.length - 1);
        const table = tables[at] as Table;
        try {
          const compiled = compileExpression(text, table, session.open.datasets.typingOptions(session.open.datasets.definition(dataset)).offsetOf);
          const personal = personalAt(session.open, dataset, { tables, at });
          const isMasked = [...personal].some(([name, how]) => how === 'masked' && text.includes(name));
          return {
            ok: true,
            type: compiled.type,
            message: null,
            at: null,
            sample: Array.from({ length: Math.min(5, table.rows) }, (_, row) => {
              const cell = compiled.at(row);
              return maskedCell(cell, compiled.type, isMasked && (typeof cell !== 'number' || isLong(cell)) ? 'masked' : undefined);
            }),
          };
        } catch (thrown) {
          const error = toErrorInfo(thrown);
          return { ok: false, type: null, message: error.message, at: error.details === undefined ? null : Number(error.details), sample: [] };
        }
      }),
  };
}
