import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox, Switch } from 'react-aria-components';

interface ToggleProps {
  readonly children?: ReactNode;
  readonly label?: string;
  readonly on: boolean;
  readonly testId?: string;
  readonly disabled?: boolean;
  onChange(on: boolean): void;
}

/** A switch for something that takes effect at once. */
export function Toggle({ children, label, on, testId, onChange }: ToggleProps) {
  return (
    <Switch className="toggle" isSelected={on} onChange={onChange} aria-label={label} data-testid={testId}>
      <span className={on ? 'sw on' : 'sw'} aria-hidden="true" />
      {children}
    </Switch>
  );
}

/** A check box in a list of things that can be taken together. */
export function Tick({ children, label, on, testId, disabled, onChange }: ToggleProps) {
  return (
    <Checkbox isDisabled={disabled ?? false} className="toggle" isSelected={on} onChange={onChange} aria-label={label} data-testid={testId}>
      <span className={on ? 'ck on' : 'ck'} aria-hidden="true">
        {on ? <Check className="i" /> : null}
      </span>
      {children}
    </Checkbox>
  );
}
