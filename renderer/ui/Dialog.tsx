import { X } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../i18n/index.ts';
import { Button } from './Button.tsx';

export interface DialogProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly style?: CSSProperties;
  readonly testId?: string;
  /** `side` slides in from the right and keeps the screen behind it in sight. */
  readonly place?: 'centre' | 'side' | 'top';
  /** False while work goes on that must not be hidden by a click beside the dialog. */
  readonly dismissable?: boolean;
  onClose(): void;
}

/** A dialog or drawer: focus stays inside, Escape closes, focus returns to where it came from. */
export function Dialog({ title, subtitle, children, footer, style, testId, place = 'centre', dismissable = true, onClose }: DialogProps) {
  const { t } = useWords();
  return (
    <ModalOverlay
      isOpen
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={`scrim at-${place}`}
    >
      <Modal className={place === 'side' ? 'dlg drawer' : 'dlg'} style={style ?? {}}>
        <AriaDialog className="dlg-in" data-testid={testId}>
          <div className="dlg-h">
            <Heading slot="title" level={2} className="el">
              {title}
            </Heading>
            {subtitle === undefined ? null : <span className="t3 f12 el">{subtitle}</span>}
            <span className="sp" />
            <Button kind="icon" label={t('close')} icon={<X className="i" />} onPress={onClose} disabled={!dismissable} />
          </div>
          {children}
          {footer === undefined ? null : <div className="dlg-f">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
