import { SuanpanError } from '#contract/errors';
import type { PlanDocument } from '#contract/documents';
import { queryMetrics } from '../../metrics/index.ts';
import { reproducibleHashes } from '../reproducible.ts';
import { importFiles } from '../import-files.ts';
import { modelSettings, settingsPatch } from '../shop-settings.ts';
import { branchOff } from './datasets.ts';
import { setChecks } from './checks.ts';
import { metricContext } from './measures.ts';
import { planOf } from '../plan-of.ts';
import { checkTemplate } from '../taught-templates.ts';
import { writeBytes } from './exports.ts';
import { answersPatch, modelReply } from './models.ts';
import { withKey } from '../table-keys.ts';
import { checkSteps, setRecipe } from './recipes.ts';
import { runJoin } from './joins.ts';
import { exportReport } from './reports.ts';
import type { Area, Session } from './session.ts';

const KEYS = new Set(['version', 'templates', 'import', 'keys', 'answers', 'recipes', 'joins', 'branches', 'checks', 'mapping', 'settings', 'metrics', 'reports']);

/** Expands `exports/*.csv` against the files that are there, in name order. */
function expand({ ports }: Session, folder: string, pattern: string): string[] {
  const { files } = ports;
  const full = /^([A-Za-z]:)?[\\/]/.test(pattern) ? pattern : files.join(folder, pattern);
  if (!pattern.includes('*')) return [full];
  const test = new RegExp(
    `^${files
      .base(full)
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')}$`,
  );
  const parent = files.parent(full);
  const found = files.exists(parent) ? [...files.list(parent)].filter((name) => test.test(name)).sort() : [];
  if (found.length === 0) throw new SuanpanError({ code: 'file-missing', where: { file: pattern }, message: { en: `No file matches ${pattern}`, zh: `没有匹配 ${pattern} 的文件` } });
  return found.map((name) => files.join(parent, name));
}

function checkPlan(plan: PlanDocument): void {
  const unknown = Object.keys(plan).find((key) => !KEYS.has(key));
  if (plan.version !== 1 || unknown !== undefined)
    throw new SuanpanError({
      code: 'invalid-document',
      message: {
        en: unknown === undefined ? 'The plan needs "version": 1' : `unknown key in the plan: ${unknown}`,
        zh: unknown === undefined ? '计划文件需要 "version": 1' : `计划文件中有未知的键：${unknown}`,
      },
    });
}

export function planHandlers(session: Session): Area<'plan'> {
  return {
    'plan.export': ({ target }) =>
      session.open.read(() => {
        const { files } = session.ports;
        const folder = files.parent(session.ports.resolveTarget(target).path);
        const plan = planOf(session.open, (path) =>
          path.startsWith(folder) && path !== folder
            ? path
                .slice(folder.length)
                .replace(/^[\\/]+/, '')
                .replaceAll('\\', '/')
            : path,
        );
        return writeBytes(session, new TextEncoder().encode(`${JSON.stringify(plan, null, 2)}\n`), target, plan.import?.length ?? 0);
      }),
    'plan.run': async ({ plan, folder }, context) => {
      checkPlan(plan);
      const work = session.work(context);
      const workspace = session.open;
      const steps: { title: string; result: unknown }[] = [];
      if (plan.templates !== undefined) {
        const templates = Object.fromEntries(plan.templates.map((template) => checkTemplate(template, 'plan')).map((template) => [template.id, template]));
        await workspace.change('templates.import', work, async () => ({ title: { en: 'Layouts of the plan', zh: '计划文件中的版式' }, patch: { templates } }));
      }
      for (const entry of plan.import ?? []) {
        const files = entry.files
          .flatMap((pattern) => expand(session, folder, pattern))
          .map((path) => ({ source: { kind: 'path' as const, path }, options: entry.options, ...(entry.intoTables !== undefined && { intoTables: entry.intoTables }) }));
        steps.push({ title: 'import', result: await importFiles(workspace, { files, into: entry.into }, work) });
      }
      if (plan.keys !== undefined) {
        const { keys } = plan;
        await workspace.change('dataset.key', work, async () => ({
          title: { en: 'Keys of the plan', zh: '计划文件中的区分列' },
          patch: { datasets: Object.fromEntries(Object.entries(keys).map(([id, columns]) => [id, withKey(workspace, id, columns)])) },
        }));
      }
      for (const join of plan.joins ?? []) {
        if (!Object.hasOwn(workspace.state.datasets, join.into)) steps.push({ title: `join ${join.into}`, result: await runJoin(session, join, work) });
      }
      for (const { from, into } of plan.branches ?? []) {
        if (!Object.hasOwn(workspace.state.datasets, into)) steps.push({ title: `branch ${into}`, result: await branchOff(session, from, into, work) });
      }
      for (const [dataset, recipe] of Object.entries(plan.recipes ?? {})) {
        await setRecipe(session, dataset, checkSteps(recipe.steps), work);
        const failed = workspace.datasets.get(dataset).results.find((result) => result.state === 'error');
        if (failed !== undefined) throw new SuanpanError({ code: 'invalid-document', message: { en: `${dataset}: ${failed.error?.en}`, zh: `${dataset}：${failed.error?.zh}` } });
        steps.push({ title: `clean ${dataset}`, result: { rows: workspace.datasets.table(dataset).rows } });
      }
      for (const [dataset, rules] of Object.entries(plan.checks ?? {})) {
        await setChecks(session, dataset, rules, work);
        steps.push({ title: `check ${dataset}`, result: workspace.checks.results(dataset) });
      }
      if (plan.answers !== undefined) {
        const { answers } = plan;
        await workspace.change('model.answer', work, async () => ({ title: { en: 'Answers of the plan', zh: '计划文件中的回答' }, patch: answersPatch(workspace, answers) }));
      }
      if (plan.mapping !== undefined && plan.mapping.entities.length > 0) {
        const { entities } = plan.mapping;
        await workspace.change('model.set', work, async () => ({ title: { en: 'Mapping of the plan', zh: '计划文件中的映射' }, patch: { mapping: entities } }));
        steps.push({ title: 'model', result: modelReply(workspace).entities });
      }
      if (plan.settings !== undefined) {
        const { settings } = plan;
        await workspace.change('model.configure', work, async () => ({ title: { en: 'Shop settings of the plan', zh: '计划文件中的店铺设置' }, patch: settingsPatch(workspace, settings) }));
        steps.push({ title: 'settings', result: modelSettings(workspace) });
      }
      for (const { ids, from, to, grain, by } of plan.metrics ?? []) {
        steps.push({ title: 'metrics', result: queryMetrics(workspace.model.cache(), { ids, from, to, grain: grain as 'day' | undefined, by }, metricContext(workspace)) });
      }
      for (const { report, from, to, lang, file } of plan.reports ?? []) {
        const path = /^([A-Za-z]:)?[\\/]/.test(file) ? file : session.ports.files.join(folder, file);
        session.ports.files.makeFolder(session.ports.files.parent(path));
        const format = file.endsWith('.pdf') ? 'pdf' : file.endsWith('.xlsx') ? 'xlsx' : 'html';
        steps.push({ title: `report ${file}`, result: await exportReport(session, { report, from, to, lang: lang ?? 'en', format, target: { kind: 'path', path } }, work) });
      }
      return { steps, tableHash: reproducibleHashes(workspace) };
    },
  };
}
