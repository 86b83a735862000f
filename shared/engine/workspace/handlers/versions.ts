import { SuanpanError } from '#contract/errors';
import type { RecipeVersion } from '#contract/versions';
import { recipeReply } from '../built-dataset.ts';
import { differenceOf, rowsOfVersion, versionOf, versionsOf } from '../recipe-versions.ts';
import type { Area, Session } from './session.ts';

type VersionMethods = 'recipe.versions' | 'recipe.difference' | 'recipe.version-rows' | 'recipe.save-version' | 'recipe.forget-version' | 'recipe.go-back';

/** Versions of a recipe: from the history, and those with a name. */
export function versionHandlers(session: Session): Pick<Area<'recipe'>, VersionMethods> {
  const list = (dataset: string): RecipeVersion[] => versionsOf(session.open, dataset).map(({ recipe: _, ...version }) => version);
  return {
    'recipe.versions': ({ dataset }) => session.open.read(() => list(dataset)),
    'recipe.difference': ({ dataset, version, until }) => session.open.read(() => differenceOf(session.open, dataset, version, until)),
    'recipe.version-rows': ({ dataset, version }) => session.open.read(() => rowsOfVersion(session.open, dataset, version)),
    'recipe.save-version': async ({ dataset, name }, context) => {
      const workspace = session.open;
      const given = name.trim();
      if (given === '') throw new SuanpanError({ code: 'invalid-params', message: { en: 'A version needs a name', zh: '版本需要名称' } });
      await workspace.change('recipe.save-version', session.work(context), async () => {
        const definition = workspace.datasets.definition(dataset);
        const saved = workspace.state.versions[dataset] ?? [];
        const id = Math.max(0, ...saved.map((one) => one.id)) + 1;
        const version = { id, name: given, at: workspace.ports.now(), n: workspace.log.cursor + 1, steps: definition.recipe };
        return { title: { en: `${definition.name}: version “${given}” saved`, zh: `${definition.name}：保存版本“${given}”` }, patch: { versions: { [dataset]: [...saved, version] } } };
      });
      return list(dataset);
    },
    'recipe.forget-version': async ({ dataset, version }, context) => {
      const workspace = session.open;
      await workspace.change('recipe.forget-version', session.work(context), async () => {
        const { id, name } = versionOf(workspace, dataset, version);
        if (name === null) throw new SuanpanError({ code: 'invalid-params', message: { en: 'Only versions with a name can be forgotten', zh: '只能移除已命名的版本' } });
        const rest = (workspace.state.versions[dataset] ?? []).filter((one) => `saved:${one.id}` !== id);
        const table = workspace.datasets.definition(dataset).name;
        return { title: { en: `${table}: version “${name}” forgotten`, zh: `${table}：移除版本“${name}”` }, patch: { versions: { [dataset]: rest } } };
      });
      return list(dataset);
    },
    'recipe.go-back': async ({ dataset, version }, context) => {
      const workspace = session.open;
      await workspace.change('recipe.set', session.work(context), async () => {
        const definition = workspace.datasets.definition(dataset);
        const { recipe, title, current } = versionOf(workspace, dataset, version);
        if (current) return null;
        return {
          title: { en: `${definition.name}: back to the version “${title.en}”`, zh: `${definition.name}：恢复版本“${title.zh}”` },
          patch: { datasets: { [dataset]: { ...definition, recipe } } },
        };
      });
      return recipeReply(dataset, workspace.datasets.get(dataset));
    },
  };
}
