import { ArrowDownNarrowWide, Columns3, CopyMinus, Eraser, EyeOff, FunctionSquare, ListFilter, type LucideIcon, Merge, PencilLine, Replace, Split, SquareX, Type, WandSparkles } from 'lucide-react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  'arrow-down-narrow-wide': ArrowDownNarrowWide,
  'columns-3': Columns3,
  'copy-minus': CopyMinus,
  eraser: Eraser,
  'eye-off': EyeOff,
  'function-square': FunctionSquare,
  'list-filter': ListFilter,
  merge: Merge,
  'pencil-line': PencilLine,
  replace: Replace,
  split: Split,
  'square-x': SquareX,
  type: Type,
};

/** The sign of a step, by the name its definition gives; an unknown name gets the wand. */
export function StepIcon({ name }: { readonly name: string }) {
  const Icon = ICONS[name] ?? WandSparkles;
  return <Icon className="i" aria-hidden="true" />;
}
