import type { ImportOptions } from '#contract/documents';
import type { Detection } from '#contract/import';
import { CHOSEN } from './card-words.ts';
import type { Proposed } from './inspect.ts';

/** Which known export a table is, which decides types, key and zone; it can be said to be none. */
export function layoutCard({ template, recognised }: Proposed, options: ImportOptions): Detection | null {
  if (recognised === null) return null;
  const isNone = template === null;
  const { report, knownColumns } = recognised;
  return {
    id: 'layout',
    title: { en: 'Layout', zh: '报表' },
    value: isNone ? { en: 'None that is known', zh: '非已知报表' } : report,
    reason: isNone ? CHOSEN : { en: `${knownColumns === 1 ? '1 column is' : `${knownColumns} columns are`} known from it.`, zh: `其中 ${knownColumns} 列为该报表所有。` },
    evidence: [],
    sure: true,
    choices: [
      { label: report, selected: !isNone, options: { ...options, template: undefined } },
      { label: { en: 'None', zh: '无' }, selected: isNone, options: { ...options, template: '' } },
    ],
  };
}
