import { useEffect, useRef, useState } from 'react';
import { expressionInterpreter } from 'vega-interpreter';
import { parse, type TooltipHandler, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { formatNumber } from '../format/numbers.ts';

interface Tip {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly (readonly [string, string])[];
}

function tipLines(value: unknown): Tip['lines'] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'object') return [['', String(value)]];
  return Object.entries(value).map(([name, one]) => [name, typeof one === 'number' ? formatNumber(one, 0, 4) : String(one)] as const);
}

export interface VegaViewProps {
  /** A Vega-Lite specification of the engine. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** The chart in one sentence, for those who do not see it. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** A click on a mark, with its datum. */
  readonly onSelect?: (datum: Readonly<Record<string, unknown>>) => void;
}

/**
 * Draws a chart as SVG.
 *
 * Expressions are interpreted from their syntax tree: the content security policy forbids making code from text.
 */
export function VegaView({ spec, label, width, height, onSelect }: VegaViewProps) {
  const holder = useRef<HTMLDivElement | null>(null);
  const [tip, setTip] = useState<Tip | null>(null);
  const select = useRef(onSelect);
  select.current = onSelect;
  useEffect(() => {
    const element = holder.current;
    if (element === null || width <= 0 || height <= 0) return;
    const sized = { ...spec, width: spec['width'] ?? 'container', height: spec['height'] ?? height } as unknown as TopLevelSpec;
    const { spec: vega } = compile(sized, { logger: silent });
    const tooltip: TooltipHandler = (_handler, event, _item, value: unknown) => {
      const lines = tipLines(value);
      if (lines.length === 0 || !(event instanceof MouseEvent)) return setTip(null);
      const box = element.getBoundingClientRect();
      setTip({ x: event.clientX - box.left, y: event.clientY - box.top, lines });
    };
    const view = new View(parse(vega, undefined, { ast: true }), { expr: expressionInterpreter, renderer: 'svg', container: element, hover: true, logLevel: 0 });
    view.tooltip(tooltip);
    view.addEventListener('click', (_event, item) => {
      const datum: unknown = item?.datum;
      if (typeof datum === 'object' && datum !== null) select.current?.(datum as Record<string, unknown>);
    });
    void view.runAsync();
    return () => {
      setTip(null);
      view.finalize();
      element.replaceChildren();
    };
  }, [spec, width, height]);
  return (
    <div className="vega" style={{ height }}>
      <div ref={holder} className="vega-holder" role="img" aria-label={label} />
      {tip === null ? null : (
        <div className="tip" style={{ left: tip.x > width / 2 ? undefined : tip.x + 14, right: tip.x > width / 2 ? width - tip.x + 14 : undefined, top: Math.max(0, tip.y - 12) }}>
          {tip.lines.map(([name, value]) => (
            <div key={name} className="row g8">
              <span className="t2 sp">{name}</span>
              <span className="b num">{value}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

const nothing = () => silent;
const silent = { level: () => silent, error: nothing, warn: nothing, info: nothing, debug: nothing } as unknown as NonNullable<Parameters<typeof compile>[1]>['logger'];
