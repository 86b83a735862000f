import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly testId?: string }[];
  readonly small?: boolean;
  onChange(value: T): void;
}

/** A few choices of which one is taken, all in sight. */
export function Segmented<T extends string>({ label, value, options, small, onChange }: SegmentedProps<T>) {
  return (
    <ToggleButtonGroup
      className={small === true ? 'seg sm' : 'seg'}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const next = options.find((option) => keys.has(option.value));
        if (next !== undefined && next.value !== value) onChange(next.value);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className={({ isSelected }) => (isSelected ? 'on' : '')} data-testid={option.testId}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
