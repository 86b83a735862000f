import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { ReactNode } from 'react';

export interface TabRowProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly tabs: readonly { readonly id: T; readonly label: string; readonly count?: string; readonly testId?: string }[];
  /** Beside the tabs, at the end of their row. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
  onChange(value: T): void;
}

/** Tabs with one panel; the panel's content follows the chosen tab. */
export function TabRow<T extends string>({ label, value, tabs, end, children, onChange }: TabRowProps<T>) {
  return (
    <Tabs
      className="tabbed"
      selectedKey={value}
      onSelectionChange={(key) => {
        const next = tabs.find((tab) => tab.id === key);
        if (next !== undefined && next.id !== value) onChange(next.id);
      }}
    >
      <TabList className="tabs" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={({ isSelected }) => (isSelected ? 'tab on' : 'tab')} data-testid={tab.testId}>
            {tab.label}
            {tab.count === undefined ? null : <span className="n"> {tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {end === undefined ? null : <div className="tabs-end">{end}</div>}
      {/* A panel of its own for each tab: the tab names it by its id, which does not change once it is drawn. */}
      <TabPanel key={value} id={value} className="tab-panel">
        {children}
      </TabPanel>
    </Tabs>
  );
}
