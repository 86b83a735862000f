import { Bookmark } from 'lucide-react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { RecipeVersion } from '#contract/versions';
import { formatTime } from '../../../format/dates.ts';
import { useWords } from '../../../i18n/index.ts';
import { byDay, dayTitle } from './days.ts';

interface VersionListProps {
  readonly versions: readonly RecipeVersion[];
  readonly chosen: string | null;
  onChoose(version: string): void;
}

/** Versions by day, newest first; arrows choose. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const words = useWords();
  const { t, text } = words;
  return (
    <ListBox
      className="versions-list"
      aria-label={t('versions.list')}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection={chosen !== null}
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onChoose(String(key));
      }}
      data-testid="version-list"
    >
      {byDay(versions).map(({ day, items }) => (
        <ListBoxSection key={day} id={`day ${day}`}>
          <Header className="list-head">{dayTitle(day, words)}</Header>
          {items.map((version) => (
            <ListBoxItem key={version.id} id={version.id} textValue={text(version.title)} className={({ isSelected }) => (isSelected ? 'version on' : 'version')} data-testid={`version-${version.id}`}>
              <span className="version-t">
                {version.name === null ? null : <Bookmark className="i s ta" aria-hidden="true" />}
                <span className={version.name === null ? 'el' : 'el b'}>{text(version.title)}</span>
                {version.current ? <span className="tag g">{t('versions.now')}</span> : null}
              </span>
              <span className="t3 f12 num nw">
                {formatTime(version.at)} · {t('versions.steps', { n: version.steps })}
              </span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
