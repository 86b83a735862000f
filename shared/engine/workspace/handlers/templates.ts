import { SuanpanError } from '#contract/errors';
import { arrivalSignature } from '../destination.ts';
import { adopted, checkTemplate, learnTemplate, taughtFor } from '../taught-templates.ts';
import type { Workspace } from '../workspace.ts';
import { writeBytes } from './exports.ts';
import type { Area, Session } from './session.ts';

/** A template is a page of text. */
const LARGEST = 1 << 20;

const list = ({ state }: Workspace) => Object.values(state.templates);

export function templateHandlers(session: Session): Area<'templates'> {
  return {
    'templates.list': () => list(session.open),
    'templates.learn': async ({ dataset, title, key = [] }, context) => {
      const workspace = session.open;
      await workspace.change('templates.learn', session.work(context), async () => {
        const template = learnTemplate(workspace, dataset, title.trim() || dataset, key);
        const definition = workspace.datasets.definition(dataset);
        const { origin } = definition;
        const signature = arrivalSignature({ template: template.id, columns: template.requires });
        const datasets = origin.kind === 'import' ? { [dataset]: { ...definition, origin: { ...origin, template: template.id, signature, naturalKey: key } } } : {};
        return { title: { en: `Taught the layout ${template.title}`, zh: `记住版式“${template.title}”` }, patch: { templates: { [template.id]: template }, datasets } };
      });
      return list(workspace);
    },
    'templates.forget': async ({ id }, context) => {
      const workspace = session.open;
      const { title } = known(workspace, id);
      await workspace.change('templates.forget', session.work(context), async () => ({ title: { en: `Forgot the layout ${title}`, zh: `忘记版式“${title}”` }, patch: { templates: { [id]: null } } }));
      return list(workspace);
    },
    'templates.export': ({ id, target }) => writeBytes(session, new TextEncoder().encode(`${JSON.stringify(known(session.open, id), null, 2)}\n`), target, 1),
    'templates.import': async ({ source }, context) => {
      const workspace = session.open;
      const brought = readTemplate(session, source);
      await workspace.change('templates.import', session.work(context), async () => {
        const template = { ...brought, id: taughtFor(workspace.state, brought.requires)?.id ?? brought.id };
        return { title: { en: `Took in the layout ${template.title}`, zh: `导入版式“${template.title}”` }, patch: { templates: { [template.id]: template }, ...adopted(workspace, template) } };
      });
      return list(workspace);
    },
  };
}

function known({ state }: Workspace, id: string) {
  const template = Object.hasOwn(state.templates, id) ? state.templates[id] : undefined;
  if (template === undefined) throw new SuanpanError({ code: 'not-found', message: { en: `There is no layout ${id}`, zh: `没有名为 ${id} 的版式` } });
  return template;
}

function readTemplate(session: Session, source: Parameters<Session['ports']['openSource']>[0]) {
  const file = session.ports.openSource(source);
  try {
    const bytes = new Uint8Array(Math.min(file.size, LARGEST));
    file.read(bytes, 0);
    return checkTemplate(parsed(new TextDecoder().decode(bytes)), file.name);
  } finally {
    file.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
