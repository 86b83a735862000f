import { Eye, EyeOff } from 'lucide-react';
import { useWords } from '../i18n/index.ts';
import { reveal } from '../state/reveal.ts';
import { useStore } from '../state/store.ts';
import { Button } from './Button.tsx';

/** Shows names, addresses and contacts in tables, and masks them again. */
export function RevealButton() {
  const { t } = useWords();
  const shown = useStore(reveal);
  return (
    <Button kind="icon" label={shown ? t('personal.mask') : t('personal.reveal')} icon={shown ? <Eye className="i" /> : <EyeOff className="i" />} onPress={() => reveal.set(!shown)} testId="reveal" />
  );
}
