import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';

export interface ButtonProps {
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'icon' | 'link';
  readonly size?: 'small' | 'normal' | 'large';
  readonly onPress?: () => void;
  readonly disabled?: boolean;
  readonly testId?: string;
  /** Key shown on the button. */
  readonly keys?: string;
  /** Name for screen readers and the tooltip, where the button shows only an icon. */
  readonly label?: string;
  readonly pressed?: boolean;
  readonly autoFocus?: boolean;
  readonly className?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

const KINDS = { plain: 'btn', primary: 'btn pri', quiet: 'btn gh', icon: 'ib', link: 'lk' } as const;
const SIZES = { small: ' sm', normal: '', large: ' lg' } as const;

/** A button; with a `label` it also has a tooltip. */
export function Button({ children, icon, kind = 'plain', size = 'normal', onPress, disabled, testId, keys, label, pressed, autoFocus, className, buttonRef }: ButtonProps) {
  const button = (
    <AriaButton
      ref={buttonRef ?? null}
      className={`${KINDS[kind]}${SIZES[size]}${className === undefined ? '' : ` ${className}`}`}
      onPress={() => onPress?.()}
      isDisabled={disabled ?? false}
      aria-label={label}
      aria-pressed={pressed}
      autoFocus={autoFocus ?? false}
      data-testid={testId}
    >
      {icon}
      {children}
      {keys === undefined ? null : <span className="kbd">{keys}</span>}
    </AriaButton>
  );
  if (label === undefined) return button;
  return (
    <TooltipTrigger delay={500}>
      {button}
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
