import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { GridLook } from '#contract/views';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import type { GridColumn } from '../../ui/gridCells.ts';
import { withHidden } from '../../ui/gridLook.ts';

export interface ColumnsMenuProps {
  readonly columns: readonly GridColumn[];
  readonly look: GridLook;
  onLook(change: (look: GridLook) => GridLook): void;
}

/** Which columns are shown: a list to search and to tick. */
export function ColumnsMenu({ columns, look, onLook }: ColumnsMenuProps) {
  const { t } = useWords();
  const [wanted, setWanted] = useState('');
  const away = columns.filter(({ name }) => look.hidden.includes(name));
  const found = columns.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  const seen = columns.length - away.length;
  const foundSeen = found.filter(({ name }) => !look.hidden.includes(name));
  return (
    <DialogTrigger onOpenChange={() => setWanted('')}>
      <AriaButton className={away.length > 0 ? 'btn gh sm' : 'ib'} aria-label={t('grid.columns.label', { n: away.length })} data-testid="grid-columns">
        <Columns3 className="i" aria-hidden="true" />
        {away.length > 0 ? t('grid.columns.hidden', { n: away.length }) : null}
      </AriaButton>
      <Popover className="pop cols-pop" placement="bottom end" offset={4}>
        <Dialog className="cols" aria-label={t('grid.columns')}>
          <input
            className="inp"
            aria-label={t('grid.columns.find')}
            placeholder={t('grid.columns.find')}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            data-testid="columns-find"
          />
          <div className="cols-list">
            {found.map(({ name }) => {
              const shown = !look.hidden.includes(name);
              return (
                <label key={name} className="cols-item">
                  <input
                    type="checkbox"
                    checked={shown}
                    disabled={shown && seen === 1}
                    title={shown && seen === 1 ? t('grid.columns.last') : undefined}
                    onChange={() => onLook((before) => withHidden(before, [name], shown))}
                  />
                  <span className="el">{name}</span>
                </label>
              );
            })}
            {found.length === 0 ? <p className="t3 f12 cols-none">{t('grid.columns.none')}</p> : null}
          </div>
          <div className="cols-f">
            <Button
              size="small"
              kind="quiet"
              disabled={away.length === 0}
              onPress={() =>
                onLook((before) =>
                  withHidden(
                    before,
                    columns.map(({ name }) => name),
                    false,
                  ),
                )
              }
              testId="columns-all"
            >
              {t('grid.columns.showAll')}
            </Button>
            <span className="sp" />
            {wanted.trim() === '' ? (
              <Button size="small" kind="quiet" disabled={look.frozen === null && Object.keys(look.widths).length === 0} onPress={() => onLook((before) => ({ ...before, frozen: null, widths: {} }))}>
                {t('grid.columns.reset')}
              </Button>
            ) : (
              <Button
                size="small"
                kind="quiet"
                disabled={foundSeen.length === 0 || foundSeen.length === seen}
                onPress={() =>
                  onLook((before) =>
                    withHidden(
                      before,
                      foundSeen.map(({ name }) => name),
                      true,
                    ),
                  )
                }
                testId="columns-none"
              >
                {t('grid.columns.hideAll')}
              </Button>
            )}
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
