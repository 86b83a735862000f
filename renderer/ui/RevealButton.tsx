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
    <Button size="small" icon={shown ? <EyeOff className="i s" /> : <Eye className="i s" />} onPress={() => reveal.set(!shown)} testId="reveal">
      {shown ? t('personal.mask') : t('personal.reveal')}
    </Button>
  );
}
