import type { DatasetInfo } from '#contract/datasets';
import type { KeyTidying } from '#contract/documents';
import { useEngine } from '../../state/useEngine.ts';
import { KeySuggestions } from '../join/KeySuggestions.tsx';
import { MatchReport } from '../join/MatchReport.tsx';
import { useLatest } from '../join/useLatest.ts';

interface JoinStepReportProps {
  readonly dataset: DatasetInfo;
  readonly datasets: readonly DatasetInfo[];
  /** Steps before the join. */
  readonly step: number;
  readonly params: Readonly<Record<string, unknown>>;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  onParams(params: Readonly<Record<string, unknown>>): void;
}

/** How the rows before a join step meet the other table, before the step is taken. */
export function JoinStepReport({ dataset, datasets, step, params, columns, onParams }: JoinStepReportProps) {
  const other = datasets.find((one) => one.id === params['dataset']);
  const isReady = other !== undefined && Array.isArray(params['on']) && params['on'].length > 0;
  const report = useLatest(useEngine('join.report', isReady ? { dataset: dataset.id, step, params } : null), `${dataset.id} ${step} ${JSON.stringify([params['dataset'], params['on']])}`);
  const right = useEngine('datasets.page', other === undefined ? null : { dataset: other.id, limit: 1 });
  const suggestions = useEngine('join.suggest', other === undefined ? null : { left: dataset.id, right: other.id }).data ?? [];
  const possible = suggestions.filter((one) => columns.some(({ name }) => name === one.left));
  if (other === undefined) return null;
  if (!isReady) return <KeySuggestions suggestions={possible} chosen={[]} onChoose={(pair) => onParams({ ...params, on: [pair] })} />;
  // All keys of a step are compared in the same way.
  const tidy = params['compare'] === 'own' ? ((params['tidy'] ?? []) as readonly KeyTidying[]) : [];
  const keys = (params['on'] as readonly (readonly [string, string])[]).map(([column]) => column);
  return (
    <MatchReport
      report={report}
      left={dataset.name}
      right={other.name}
      leftColumns={columns}
      rightColumns={right.data?.columns ?? []}
      decisions={{ tidy: Object.fromEntries(keys.map((column) => [column, tidy])) }}
      onTidy={(_, how) => onParams({ ...params, compare: 'own', tidy: [...new Set([...tidy, ...how])] })}
    />
  );
}
