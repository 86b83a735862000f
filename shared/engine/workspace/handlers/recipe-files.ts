import type { RecipeDocument, RecipeStep } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import type { Source } from '#contract/import';
import { followColumns } from '../../clean/index.ts';
import { writeBytes } from './exports.ts';
import type { Area, Session } from './session.ts';

/** A recipe is some pages of text; long lists of values make it longer. */
const LARGEST = 16 << 20;

type RecipeFileMethods = Pick<Area<'recipe'>, 'recipe.export' | 'recipe.read' | 'recipe.follow'>;

/**
 * Recipes that leave their table: as a file, or for a table whose columns are called otherwise.
 *
 * @param check makes steps of what a document holds
 */
export function recipeFileHandlers(session: Session, check: (steps: unknown) => RecipeStep[]): RecipeFileMethods {
  return {
    'recipe.export': ({ dataset, target }) => {
      const document: RecipeDocument = { version: 1, steps: session.open.datasets.definition(dataset).recipe };
      return writeBytes(session, new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`), target, document.steps.length);
    },
    'recipe.read': ({ source }) => ({ version: 1, steps: check(documentOf(session, source).steps) }),
    'recipe.follow': ({ steps, names }) => followColumns(check(steps), names),
  };
}

/** @throws SuanpanError `invalid-document` when the file is no recipe */
function documentOf(session: Session, source: Source): { readonly steps: unknown } {
  const file = session.ports.openSource(source);
  try {
    const bytes = new Uint8Array(Math.min(file.size, LARGEST));
    file.read(bytes, 0);
    const document = parsed(new TextDecoder().decode(bytes));
    if (document.version !== 1 || !Array.isArray(document.steps))
      throw new SuanpanError({
        code: 'invalid-document',
        where: { file: file.name },
        message: { en: `${file.name} is no recipe`, zh: `${file.name} 不是处理步骤文件` },
        hint: { en: 'A recipe file has "version": 1 and a list of "steps"', zh: '步骤文件应包含 "version": 1 和 "steps" 列表' },
      });
    return { steps: document.steps };
  } finally {
    file.close();
  }
}

function parsed(text: string): { readonly version?: unknown; readonly steps?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
