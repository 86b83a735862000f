import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

export interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly ChoiceOption[];
  readonly placeholder?: string;
  readonly icon?: ReactNode;
  readonly small?: boolean;
  readonly wide?: boolean;
  readonly testId?: string;
  readonly disabled?: boolean;
  /** Stands on the button instead of what is taken, where that is told beside it. */
  readonly shown?: string;
  onChange(value: string): void;
}

/** One of many, behind a button; disabled while there is nothing to choose from. */
export function Choice({ label, value, options, placeholder, icon, small, wide, testId, disabled, shown, onChange }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      value={value}
      isDisabled={disabled === true || options.length === 0}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      placeholder={placeholder ?? '—'}
      className={wide === true ? 'choice wide' : 'choice'}
    >
      <Button className={small === true ? 'btn sm' : 'btn'} data-testid={testId}>
        {icon}
        <SelectValue className="el">{({ isPlaceholder, selectedText, defaultChildren }) => shown ?? (isPlaceholder || selectedText === null ? defaultChildren : selectedText)}</SelectValue>
        <ChevronDown className="i s" aria-hidden="true" />
      </Button>
      <Popover className="pop" offset={4}>
        <ListBox className="list" items={options.map((option) => ({ ...option, id: option.value }))}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="list-item">
              {({ isSelected }) => (
                <>
                  <span className="tick">{isSelected ? <Check className="i s" aria-hidden="true" /> : null}</span>
                  <span className="el">{option.label}</span>
                  {option.detail === undefined ? null : <span className="detail">{option.detail}</span>}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
