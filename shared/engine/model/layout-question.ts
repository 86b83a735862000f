import type { ModelQuestion } from '#contract/model';
import { templateById } from './dictionary.ts';
import type { DatasetForModel } from './propose.ts';
import type { Template } from './templates/define.ts';

/** Asked once for each layout, whichever table it came with first. */
export const layoutQuestionId = ({ id }: Pick<Template, 'id'>): string => `layout:${id}`;

/** The template that {@link layoutQuestion} asks about; `null` for other questions. */
export const layoutAsked = (question: string): string | null => (question.startsWith('layout:') ? question.slice(7) : null);

/** Asks whether a table is what its layout, which nobody has confirmed, takes it for. */
export function layoutQuestion(dataset: DatasetForModel): ModelQuestion | null {
  const template = dataset.template === null ? undefined : templateById(dataset.template);
  if (template === undefined) return null;
  const { report, fills } = template;
  return {
    id: layoutQuestionId(template),
    dataset: dataset.id,
    entity: fills[0]?.entity ?? 'orders',
    field: 'layout',
    text: { en: `Is “${dataset.name}” ${report.en}? Not confirmed by anyone yet: check the columns.`, zh: `“${dataset.name}”是${report.zh}吗？尚未确认，请核对列。` },
    options: [
      {
        value: 'yes',
        title: { en: 'Yes, the columns are right', zh: '是，列对应无误' },
        detail: { en: 'It counts from now on, and so does every later file of this layout.', zh: '从现在起计入，同一版式的后续文件也如此。' },
        total: null,
        source: null,
      },
      { value: 'no', title: { en: 'No', zh: '不是' }, detail: { en: 'It stays a table until you map it.', zh: '保留为表，待您指定字段。' }, total: null, source: null },
    ],
    suggested: 'yes',
  };
}
