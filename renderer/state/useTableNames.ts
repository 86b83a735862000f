import { useEngine } from './useEngine.ts';

/** What tables are called, by their ids; the id itself as long as nobody has said. */
export function useTableNames(): (id: string) => string {
  const { data } = useEngine('datasets.list', {});
  return (id) => data?.find((table) => table.id === id)?.name ?? id;
}
