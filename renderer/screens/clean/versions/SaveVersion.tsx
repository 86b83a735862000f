import { Bookmark } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { DatasetInfo } from '#contract/datasets';
import { useWords } from '../../../i18n/index.ts';
import { toastUndo } from '../../../state/actions.ts';
import { change } from '../../../state/engine.ts';
import { runJob } from '../../../state/jobs.ts';
import { Button } from '../../../ui/Button.tsx';

/** Gives the recipe as it is now a name. */
export function SaveVersion({ dataset, onSaved }: { readonly dataset: DatasetInfo; onSaved(version: string): void }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const given = name.trim();
  const save = async () => {
    if (given === '') return;
    const versions = await runJob(t('versions.save'), (options) => change('recipe.save-version', { dataset: dataset.id, name: given }, options));
    if (versions === undefined) return;
    setName('');
    // The button has nothing to save any more and lets the focus go.
    input.current?.focus();
    toastUndo(t('versions.saved', { name: given }));
    const saved = versions.find((one) => one.name === given);
    if (saved !== undefined) onSaved(saved.id);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form className="row g8 versions-save" onSubmit={submit}>
      <input
        ref={input}
        className="inp sp"
        aria-label={t('versions.name')}
        placeholder={t('versions.placeholder')}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
        data-testid="version-name"
      />
      <Button icon={<Bookmark className="i s" aria-hidden="true" />} disabled={given === ''} onPress={() => void save()} testId="version-save">
        {t('versions.save')}
      </Button>
    </form>
  );
}
