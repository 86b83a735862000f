import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';

/** What a person calls an encoding. */
export function useEncodingNames(): (encoding: string) => string {
  const { text } = useWords();
  const encodings = useEngine('import.encodings', {});
  return (encoding) => {
    const known = encodings.data?.find(({ id }) => id === encoding);
    return known === undefined ? encoding.toUpperCase() : text(known.label);
  };
}
