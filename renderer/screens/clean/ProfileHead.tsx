import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ColumnProfile } from '#contract/datasets';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { ActionMenu, type MenuAction } from '../../ui/ActionMenu.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';

interface ProfileHeadProps {
  readonly name: string;
  readonly type: string;
  readonly profile: ColumnProfile | undefined;
  /** What can be done with the column. */
  actions(): readonly MenuAction[];
  /** How the rows are ordered by it as they are looked at; `null`: they are not. */
  readonly order: 'ascending' | 'descending' | null;
}

/** The head of a column: its type, what its values look like, how full it is; behind its name what can be done with it. */
export function ProfileHead({ name, type, profile, actions, order }: ProfileHeadProps) {
  const { t } = useWords();
  const all = profile === undefined ? 0 : profile.filled + profile.missing;
  const title = profile === undefined ? name : t('clean.profile', { name, filled: profile.filled, missing: profile.missing, distinct: profile.distinct, refused: profile.refused });
  return (
    <div className="ph-cell" title={title}>
      <ActionMenu label={name} actions={actions}>
        <Button className="ph-name" data-testid={`column-${name}`}>
          <span className="t3">
            <TypeIcon type={type} />
          </span>
          <span className="el b">{name}</span>
          {order === null ? null : order === 'ascending' ? (
            <ArrowUp className="i xs ta" aria-hidden="true" data-testid="sorted-up" />
          ) : (
            <ArrowDown className="i xs ta" aria-hidden="true" data-testid="sorted-down" />
          )}
          <ChevronDown className="i s t3" aria-hidden="true" />
        </Button>
      </ActionMenu>
      {profile === undefined ? null : <Shape profile={profile} />}
      {all === 0 ? null : (
        <div className="meter thin">
          <i style={{ width: `${((profile?.filled ?? 0) / all) * 100}%`, background: (profile?.refused ?? 0) > 0 ? 'var(--warn-fill)' : 'var(--good)' }} />
        </div>
      )}
    </div>
  );
}

function Shape({ profile }: { readonly profile: ColumnProfile }) {
  const { t } = useWords();
  if (profile.histogram.length > 1) {
    const most = Math.max(1, ...profile.histogram.map((bin) => bin.count));
    const width = 84 / profile.histogram.length;
    return (
      <svg width="84" height="17" viewBox="0 0 84 17" aria-hidden="true" className="histo">
        {profile.histogram.map((bin, index) => {
          const height = bin.count === 0 ? 0 : Math.max(1, (bin.count / most) * 16);
          return <rect key={String(bin.from)} x={index * width} y={17 - height} width={Math.max(1, width - 1)} height={height} />;
        })}
      </svg>
    );
  }
  if (profile.distinct > 0 && profile.distinct <= 12 && profile.filled > 0) {
    let x = 0;
    return (
      <svg width="84" height="17" viewBox="0 0 84 17" aria-hidden="true" className="shares">
        {profile.top.slice(0, 6).map((value, index) => {
          const width = (value.count / profile.filled) * 84;
          const bar = <rect key={String(value.value)} x={x} y="6" width={Math.max(0.5, width - 0.8)} height="7" opacity={1 - index * 0.16} />;
          x += width;
          return bar;
        })}
      </svg>
    );
  }
  return <div className="t3 f11 num el">{t('clean.different', { n: formatNumber(profile.distinct) })}</div>;
}
