import { Braces, Calendar, CalendarClock, CaseSensitive, Coins, Hash, KeyRound, type LucideIcon, Percent, Tag, ToggleLeft } from 'lucide-react';
import type { ColumnType } from '#contract/values';

const ICONS: Readonly<Record<ColumnType, LucideIcon>> = {
  id: KeyRound,
  text: CaseSensitive,
  int: Hash,
  number: Hash,
  money: Coins,
  ratio: Percent,
  bool: ToggleLeft,
  date: Calendar,
  instant: CalendarClock,
  enum: Tag,
  json: Braces,
};

/** A small sign for what a column holds. */
export function TypeIcon({ type }: { readonly type: string }) {
  const Icon = ICONS[type as ColumnType] ?? CaseSensitive;
  return <Icon className="i xs" aria-hidden="true" />;
}
