import { ChevronDown, FolderOpen, History, Moon, Pencil, Plus, Search, SlidersHorizontal, Sun, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { WorkspaceInfo } from '#contract/workspace';
import { formatTime } from '../format/dates.ts';
import { useWords } from '../i18n/index.ts';
import { closeWorkspace, dialog, pickWorkspace } from '../state/actions.ts';
import { bridge, useWorkspace } from '../state/engine.ts';
import { toggleLang, toggleTheme, useTheme } from '../state/preferences.ts';
import { formatHash, go, useRoute } from '../state/router.ts';
import { ActionMenu } from '../ui/ActionMenu.tsx';
import { Bead, Logo } from '../ui/Bead.tsx';
import { Button } from '../ui/Button.tsx';
import { keyName } from './keys.ts';
import { STAGES, type StageId } from './stages.ts';
import { WindowButtons } from './WindowButtons.tsx';

/** Logo, workspace, the seven stages on their rod, and what is always at hand. */
export function TopBar() {
  const { t, lang } = useWords();
  const info = useWorkspace();
  const theme = useTheme();
  return (
    <header className={`top on-${bridge().platform}`}>
      <Brand info={info ?? null} />
      <nav className="rod" aria-label={t('stages')}>
        {STAGES.map((stage) => (
          <StageBead key={stage} stage={stage} info={info ?? null} />
        ))}
      </nav>
      <div className="topr">
        <button type="button" className="cmdk" onClick={() => dialog.set('palette')} data-testid="find">
          <Search className="i s" aria-hidden="true" />
          <span className="sp el">{t('find')}</span>
          <span className="kbd">{keyName('Ctrl K')}</span>
        </button>
        <Button kind="icon" label={t('language.switch')} onPress={toggleLang} testId="lang-switch" className="f12 m">
          {lang === 'zh' ? '中' : 'EN'}
        </Button>
        <Button
          kind="icon"
          label={theme === 'dark' ? t('theme.toLight') : t('theme.toDark')}
          onPress={toggleTheme}
          testId="theme-switch"
          icon={theme === 'dark' ? <Sun className="i" /> : <Moon className="i" />}
        />
        <Button kind="icon" label={t('settings')} onPress={() => go('settings')} testId="settings" icon={<SlidersHorizontal className="i" />} />
        <WindowButtons />
      </div>
    </header>
  );
}

function Brand({ info }: { readonly info: WorkspaceInfo | null }) {
  const { t } = useWords();
  const saved = info === null ? t('saved.nothing') : info.savedAt === null ? t('saved.empty') : t('saved.at', { time: formatTime(info.savedAt) });
  const actions = [
    { id: 'open', label: t('workspace.open'), icon: <FolderOpen className="i" />, run: () => void pickWorkspace() },
    { id: 'new', label: t('workspace.new'), icon: <Plus className="i" />, run: () => dialog.set('new-workspace') },
    ...(info === null
      ? []
      : [
          { id: 'rename', label: t('workspace.rename'), icon: <Pencil className="i" />, run: () => dialog.set('rename') },
          { id: 'history', label: t('history'), icon: <History className="i" />, run: () => go('history') },
          { id: 'close', label: t('workspace.close'), icon: <X className="i" />, run: () => void closeWorkspace() },
        ]),
  ];
  return (
    <div className="brand">
      <a href={formatHash('start')} aria-label={t('start')} className="logo-link">
        <Logo />
      </a>
      <ActionMenu label={t('workspace')} actions={actions}>
        <AriaButton className="brand-menu" data-testid="workspace-menu">
          <span className="nm">
            <span className="el">{info?.name ?? t('workspace.none')}</span>
            <ChevronDown className="i xs" aria-hidden="true" />
          </span>
          <span className="sv el" data-testid="saved-state">
            {saved}
          </span>
        </AriaButton>
      </ActionMenu>
    </div>
  );
}

function StageBead({ stage, info }: { readonly stage: StageId; readonly info: WorkspaceInfo | null }) {
  const { t } = useWords();
  const { section } = useRoute();
  const state = info?.stages.find((one) => one.stage === stage);
  const here = section === stage || (section === 'start' && stage === 'collect');
  const look = here ? 'on' : state === undefined || state.state === 'empty' ? 'todo' : state.state === 'waiting' ? 'att' : 'done';
  return (
    <a
      className={`stg ${look}`}
      href={info === null ? formatHash('start') : formatHash(stage)}
      aria-current={here ? 'page' : undefined}
      data-testid={`stage-${stage}`}
      data-state={state?.state ?? 'empty'}
    >
      {t(`stage.${stage}`)}
      {state !== undefined && state.waiting > 0 ? (
        <span className="ct num" title={t('stage.waiting', { n: state.waiting })}>
          {state.waiting}
        </span>
      ) : null}
      <Bead className="bead" />
    </a>
  );
}
