import { Plus } from 'lucide-react';
import type { EntityInfo, ModelReply } from '#contract/model';
import { useWords } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { go } from '../../state/router.ts';
import { Choice } from '../../ui/Choice.tsx';

interface FillFromProps {
  readonly model: ModelReply;
  readonly entity: EntityInfo;
  readonly names: ReadonlyMap<string, string>;
  /** The table was taken, and its columns wait to be tied to fields. */
  onTaken(): void;
}

/** A table that nothing recognised as filling one of the shop model is named by hand; its columns are tied to the fields afterwards. */
export function FillFrom({ model, entity, names, onTaken }: FillFromProps) {
  const { t, text } = useWords();
  const filling = new Set(model.datasets.filter((one) => one.entity === entity.id).map((one) => one.dataset));
  const others = [...new Set([...model.unmapped, ...model.datasets].map(({ dataset }) => dataset))].filter((id) => !filling.has(id));
  if (others.length === 0) return null;
  const take = async (id: string) => {
    // What the table fills already it goes on filling.
    const kept = model.datasets.filter((one) => one.dataset === id).map((one) => one.mapping);
    const done = await runJob(t('stage.model'), (options) => change('model.set', { mapping: { version: 1, entities: [...kept, { entity: entity.id, from: id, fields: {} }] } }, options));
    if (done === undefined) return;
    toastUndo(t('model.saved'));
    onTaken();
    go('model', [entity.id, id]);
  };
  return (
    <Choice
      label={t('model.fillFrom', { entity: text(entity.title) })}
      shown={t('model.fillFrom', { entity: text(entity.title) })}
      icon={<Plus className="i s" aria-hidden="true" />}
      value={null}
      options={others.map((id) => ({ value: id, label: names.get(id) ?? id }))}
      onChange={(id) => void take(id)}
      testId="fill-from"
    />
  );
}
