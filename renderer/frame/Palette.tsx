import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../i18n/index.ts';
import { dialog } from '../state/actions.ts';
import { type Command, matches, usePaletteCommands } from './paletteCommands.tsx';

/** Find or run: metrics, things to do, places to go. */
export function Palette() {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement | null>(null);
  useEffect(() => field.current?.focus(), []);
  const commands = usePaletteCommands(query.trim() !== '');
  const found = commands.filter((command) => matches(command, query)).slice(0, 40);
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  const close = () => dialog.set('none');
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    close();
    command.run();
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => (open ? undefined : close())} className="scrim at-top">
      <Modal className="pal">
        <AriaDialog aria-label={t('find')} className="dlg-in" data-testid="palette">
          <div className="pal-h">
            <Search className="i" aria-hidden="true" />
            <input
              ref={field}
              role="combobox"
              aria-expanded="true"
              aria-controls="palette-list"
              aria-activedescendant={found.length === 0 ? undefined : `palette-${chosen}`}
              aria-label={t('find')}
              placeholder={t('palette.hint')}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setAt(0);
              }}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                  event.preventDefault();
                  setAt((chosen + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length));
                  document.getElementById(`palette-${chosen}`)?.scrollIntoView({ block: 'nearest' });
                }
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(found[chosen]);
              }}
            />
            <span className="kbd">Esc</span>
          </div>
          <div id="palette-list" role="listbox" aria-label={t('find')} className="pal-list">
            {found.length === 0 ? <div className="t3 pad">{t('palette.none')}</div> : null}
            {found.map((command, index) => (
              <div key={command.id}>
                {index === 0 || found[index - 1]?.group !== command.group ? <div className="pal-g">{command.group}</div> : null}
                <div
                  id={`palette-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === chosen}
                  className={index === chosen ? 'it on' : 'it'}
                  onPointerMove={() => setAt(index)}
                  onClick={() => run(command)}
                  onKeyDown={() => undefined}
                  data-testid={`command-${command.id}`}
                >
                  <command.icon className="i" aria-hidden="true" />
                  <span className="sp el">{command.title}</span>
                  {command.detail === undefined ? null : <span className="t3 f12 num">{command.detail}</span>}
                  {command.keys === undefined ? null : <span className="kbd">{command.keys}</span>}
                </div>
              </div>
            ))}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
