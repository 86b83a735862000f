import type { DriversReply, MetricInfo, MetricsReply, MetricsRequest } from '#contract/metrics';
import type { RfmReply } from '#contract/segments';
import type { Cell, Lang, Text } from '#contract/values';
import type { Fragment } from './html.ts';

/** What blocks may ask of the workspace. */
export interface ReportContext {
  readonly lang: Lang;
  readonly period: { readonly from: string; readonly to: string };
  readonly currency: string;
  readonly shop: string;
  readonly madeAt: string;
  readonly catalogue: readonly MetricInfo[];
  readonly sources: readonly { readonly file: string; readonly rows: number; readonly importedAt: string; readonly sha256: string }[];
  readonly notes: readonly Text[];
  query(request: Omit<MetricsRequest, 'from' | 'to'>): MetricsReply;
  drivers(): DriversReply;
  /** `null` where no buyer is known. */
  rfm(): RfmReply | null;
  draw(spec: Readonly<Record<string, unknown>>): Promise<string>;
  /** A metric counted anew from the rows behind it: what a number on the page is held against. */
  recount(metric: string, period: { readonly from: string; readonly to: string }, filters: Readonly<Record<string, readonly string[]>>): number | null;
  valueTitle(dimension: string, value: string | null): Text;
}

/** One sheet of the workbook form of a block. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly format: SheetFormat }[];
  readonly rows: readonly (readonly Cell[])[];
  /** Format of the numbers of each row, where rows differ in what they count: for tables of metrics. */
  readonly rowFormats?: readonly SheetFormat[];
}

/** `money` cells are in 1/10,000, `ratio` cells as 0.0275. */
export type SheetFormat = 'text' | 'money' | 'count' | 'ratio' | 'multiple' | 'date';

export interface RenderedBlock {
  readonly title: string;
  readonly fragment: Fragment;
  readonly sheet?: Sheet;
  readonly warnings?: readonly Text[];
}

/** One kind of block. It is whole, or it says in words why it has nothing to show. */
export interface BlockDefinition {
  readonly id: string;
  readonly title: Text;
  /** Half the width of the page, beside another half block. */
  readonly half?: boolean;
  /** `null` leaves the block out. */
  render(context: ReportContext): Promise<RenderedBlock | null>;
}

export function defineBlock(definition: BlockDefinition): BlockDefinition {
  return Object.freeze(definition);
}
