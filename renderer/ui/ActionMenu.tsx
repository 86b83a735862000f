import type { ReactNode } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly detail?: string;
  readonly disabled?: boolean;
  /** The heading it stands under; those of a heading follow one another. */
  readonly section?: string;
  run(): void;
}

interface ActionMenuProps {
  readonly children: ReactNode;
  readonly label: string;
  /** What can be done; a function is asked when the menu opens. */
  readonly actions: readonly MenuAction[] | (() => readonly MenuAction[]);
}

/** A button (the child) with a menu of things to do. */
export function ActionMenu({ children, label, actions }: ActionMenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="pop" offset={4}>
        <Actions label={label} actions={actions} />
      </Popover>
    </MenuTrigger>
  );
}

function Actions({ label, actions: given }: Omit<ActionMenuProps, 'children'>) {
  const actions = typeof given === 'function' ? given() : given;
  const sections = [...new Set(actions.map(({ section }) => section))];
  const items = (section: string | undefined) =>
    actions
      .filter((action) => action.section === section)
      .map((action) => (
        <MenuItem key={action.id} id={action.id} textValue={action.label} className="list-item" data-testid={`menu-${action.id}`}>
          {action.icon}
          <span className="el">{action.label}</span>
          {action.detail === undefined ? null : <span className="detail">{action.detail}</span>}
        </MenuItem>
      ));
  return (
    <Menu
      className="list"
      aria-label={label}
      disabledKeys={actions.filter((action) => action.disabled === true).map((action) => action.id)}
      onAction={(key) => actions.find((action) => action.id === key)?.run()}
    >
      {sections.flatMap((section) =>
        section === undefined
          ? items(section)
          : [
              <MenuSection key={section} id={section}>
                <Header className="list-head">{section}</Header>
                {items(section)}
              </MenuSection>,
            ],
      )}
    </Menu>
  );
}
