import type { ReactNode } from 'react';
import { Bead } from './Bead.tsx';

/** An empty state: what is missing and what to do next. */
export function Empty({ title, children, actions }: { readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className="empty">
      <Bead className="empty-bead" />
      <div>
        <div className="b">{title}</div>
        {children === undefined ? null : <div className="t2 f12 lines">{children}</div>}
        {actions === undefined ? null : <div className="row g8 gap-top">{actions}</div>}
      </div>
    </div>
  );
}
