import { ArrowRight, Compass, FolderOpen, History, type LucideIcon, Moon, Play, Plus, Redo2, Settings, Sigma, Table2, Undo2, Upload } from 'lucide-react';
import { useWords } from '../i18n/index.ts';
import { dialog, openSample, pickWorkspace, redo, undo } from '../state/actions.ts';
import { useWorkspace } from '../state/engine.ts';
import { chooseFiles } from '../state/importSession.ts';
import { toggleLang, toggleTheme } from '../state/preferences.ts';
import { go } from '../state/router.ts';
import { useEngine } from '../state/useEngine.ts';
import { keyName } from './keys.ts';
import { STAGES } from './stages.ts';

export interface Command {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly detail?: string;
  readonly keys?: string;
  readonly icon: LucideIcon;
  /** More words it is found by, for example its name in the other language. */
  readonly also?: string;
  run(): void;
}

/** Whether a command has every word of the query. */
export function matches(command: Pick<Command, 'title' | 'also' | 'detail'>, query: string): boolean {
  const text = `${command.title} ${command.also ?? ''} ${command.detail ?? ''}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Everything that can be found or run now: places and deeds first where nothing is asked yet, metrics first in a search. */
export function usePaletteCommands(searching: boolean): readonly Command[] {
  const { t, text } = useWords();
  const info = useWorkspace();
  const open = info !== null && info !== undefined;
  const metrics = useEngine('metrics.catalogue', open ? {} : null);
  const datasets = useEngine('datasets.list', open ? {} : null);
  const reports = useEngine('reports.list', open ? {} : null);
  const does: Command[] = [
    { id: 'import', group: t('palette.do'), title: t('choose.files'), keys: keyName('Ctrl O'), icon: Upload, run: () => void chooseFiles() },
    { id: 'sample', group: t('palette.do'), title: t('start.sample.open'), icon: Play, run: () => void openSample() },
    { id: 'open-workspace', group: t('palette.do'), title: t('workspace.open'), icon: FolderOpen, run: () => void pickWorkspace() },
    { id: 'new-workspace', group: t('palette.do'), title: t('workspace.new'), icon: Plus, run: () => dialog.set('new-workspace') },
    { id: 'language', group: t('palette.do'), title: t('language.switch'), keys: keyName('Ctrl Shift L'), icon: Compass, also: 'language 语言', run: toggleLang },
    { id: 'theme', group: t('palette.do'), title: t('theme.switch'), keys: keyName('Ctrl Shift D'), icon: Moon, run: toggleTheme },
  ];
  const works: Command[] = open
    ? [
        { id: 'undo', group: t('palette.do'), title: t('undo'), keys: keyName('Ctrl Z'), icon: Undo2, run: () => void undo() },
        { id: 'redo', group: t('palette.do'), title: t('redo'), keys: keyName('Ctrl Shift Z'), icon: Redo2, run: () => void redo() },
      ]
    : [];
  const places: Command[] = [
    ...(open
      ? STAGES.map((stage, index): Command => ({ id: `stage-${stage}`, group: t('palette.go'), title: t(`stage.${stage}`), keys: keyName(`Alt ${index + 1}`), icon: ArrowRight, run: () => go(stage) }))
      : []),
    ...(open ? [{ id: 'history', group: t('palette.go'), title: t('history'), icon: History, run: () => go('history') }] : []),
    { id: 'settings', group: t('palette.go'), title: t('settings'), icon: Settings, run: () => go('settings') },
    { id: 'shortcuts', group: t('palette.go'), title: t('keys.title'), keys: '?', icon: Compass, run: () => dialog.set('shortcuts') },
  ];
  const found: Command[] = (metrics.data ?? []).map(
    (metric): Command => ({
      id: `metric-${metric.id}`,
      group: t('palette.metrics'),
      title: text(metric.title),
      also: `${metric.title.en} ${metric.title.zh} ${metric.id}`,
      ...(metric.state === 'locked' ? { detail: t('metric.locked') } : {}),
      icon: Sigma,
      run: () => go('metrics', ['library'], { metric: metric.id }),
    }),
  );
  const rest: Command[] = [
    ...places,
    ...does,
    ...works,
    ...(datasets.data ?? []).map((dataset): Command => ({ id: `dataset-${dataset.id}`, group: t('palette.tables'), title: dataset.name, icon: Table2, run: () => go('clean', [dataset.id]) })),
    ...(reports.data ?? []).map((report): Command => ({ id: `report-${report.id}`, group: t('stage.report'), title: text(report.title), icon: ArrowRight, run: () => go('report', [report.id]) })),
  ];
  return searching ? [...found, ...rest] : [...rest, ...found];
}
