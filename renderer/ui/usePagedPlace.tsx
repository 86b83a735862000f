import type { ReactNode } from 'react';
import { Skeleton, useSlow } from './Await.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';
import type { Paged } from './paging.ts';

/** What stands in the place of a long table until its first block is there: the error, lines after a while; `undefined` once it is. */
export function usePagedPlace<P>({ head, total, error }: Paged<P>, lines: number): ReactNode | undefined {
  const slow = useSlow(head === null && error === null);
  if (error !== null)
    return (
      <div className="pad">
        <ErrorPanel error={error} />
      </div>
    );
  if (head === null || total === null) return slow ? <Skeleton lines={lines} /> : null;
  return undefined;
}
