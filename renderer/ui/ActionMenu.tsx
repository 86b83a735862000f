import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly detail?: string;
  readonly disabled?: boolean;
  run(): void;
}

/** A button (the child) with a menu of things to do. */
export function ActionMenu({ children, label, actions }: { readonly children: ReactNode; readonly label: string; readonly actions: readonly MenuAction[] }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="pop" offset={4}>
        <Menu
          className="list"
          aria-label={label}
          disabledKeys={actions.filter((action) => action.disabled === true).map((action) => action.id)}
          onAction={(key) => actions.find((action) => action.id === key)?.run()}
        >
          {actions.map((action) => (
            <MenuItem key={action.id} id={action.id} textValue={action.label} className="list-item" data-testid={`menu-${action.id}`}>
              {action.icon}
              <span className="el">{action.label}</span>
              {action.detail === undefined ? null : <span className="detail">{action.detail}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
