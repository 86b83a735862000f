import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatHash } from '../state/router.ts';

export interface SideItem {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly href: string;
  readonly count?: string | undefined;
  readonly on: boolean;
  readonly extra?: ReactNode;
  readonly testId?: string;
}

export interface SideGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly SideItem[];
}

/** The objects of a stage. In a narrow window only the icons stay. */
export function Sidebar({ label, groups, foot }: { readonly label: string; readonly groups: readonly SideGroup[]; readonly foot?: ReactNode }) {
  return (
    <aside className="side" aria-label={label}>
      <div className="side-scroll">
        {groups.map((group) =>
          group.items.length === 0 ? null : (
            <nav key={group.id} aria-label={group.title}>
              <h4>{group.title}</h4>
              {group.items.map((item) => (
                <a key={item.id} href={item.href} className={item.on ? 'on' : ''} aria-current={item.on ? 'page' : undefined} title={item.label} data-testid={item.testId}>
                  <item.icon className="i" aria-hidden="true" />
                  <span className="el">{item.label}</span>
                  {item.count === undefined ? null : <span className="n">{item.count}</span>}
                  {item.extra}
                </a>
              ))}
            </nav>
          ),
        )}
      </div>
      {foot === undefined ? null : <div className="foot">{foot}</div>}
    </aside>
  );
}

/** Address of a page inside a stage. */
export const sideHref = (section: string, ...path: readonly string[]) => formatHash(section, path);
