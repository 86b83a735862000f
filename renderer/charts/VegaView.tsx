import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { type ChartTip, indexAt, shareOf } from './tips.ts';

/** Edges of the plot inside the drawing, in pixels. */
interface Plot {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

export interface VegaViewProps {
  /** A Vega-Lite specification of the engine. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** The chart in one sentence, for those who do not see it. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly tips: readonly ChartTip[];
  /** Whether the tips belong to points of a line or to bars. */
  readonly snap: 'points' | 'bands';
  /** A click on a point or bar, or Enter on it. */
  readonly onSelect?: ((index: number) => void) | undefined;
}

const nothing = () => silent;
const silent = { level: () => silent, error: nothing, warn: nothing, info: nothing, debug: nothing } as unknown as NonNullable<Parameters<typeof compile>[1]>['logger'];

function draw(element: HTMLElement, spec: VegaViewProps['spec']): View {
  const { spec: vega } = compile(spec as unknown as TopLevelSpec, { logger: silent });
  return new View(parse(vega, undefined, { ast: true }), { expr: expressionInterpreter, renderer: 'svg', container: element, hover: true, logLevel: 0 });
}

function plotOf(view: View): Plot {
  const [left, top] = view.origin();
  const padding = view.padding();
  const edge = typeof padding === 'number' ? { left: padding, top: padding } : padding;
  return { left: left + (edge.left ?? 0), top: top + (edge.top ?? 0), width: view.width(), height: view.height() };
}

/**
 * Draws a chart as SVG, with a tip at the pointer; arrow keys walk the points and speak them.
 *
 * Expressions are interpreted from their syntax tree: the content security policy forbids making code from text.
 */
export function VegaView({ spec, label, width, height, tips, snap, onSelect }: VegaViewProps) {
  const holder = useRef<HTMLDivElement | null>(null);
  const [plot, setPlot] = useState<Plot | null>(null);
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    let view: View | null = null;
    // Several charts of a board are drawn one a task, so that the window answers in between.
    const timer = setTimeout(() => {
      const drawn = draw(element, spec);
      view = drawn;
      void drawn.runAsync().then(() => {
        if (view === drawn) setPlot(plotOf(drawn));
      });
    });
    return () => {
      clearTimeout(timer);
      setAt(null);
      view?.finalize();
      view = null;
      element.replaceChildren();
    };
  }, [spec]);
  const onPointerMove = (event: PointerEvent) => {
    if (plot !== null) setAt(indexAt((event.clientX - event.currentTarget.getBoundingClientRect().left - plot.left) / plot.width, tips.length, snap));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && tips.length > 0) {
      event.preventDefault();
      setAt((now) => (now === null ? (step > 0 ? 0 : tips.length - 1) : Math.max(0, Math.min(tips.length - 1, now + step))));
    } else if (event.key === 'Enter' && at !== null) onSelect?.(at);
    else if (event.key === 'Escape' && at !== null) {
      event.stopPropagation();
      setAt(null);
    }
  };
  const tip = at === null ? undefined : tips[at];
  const x = plot === null || at === null ? 0 : plot.left + shareOf(at, tips.length, snap) * plot.width;
  return (
    <div
      className={onSelect === undefined ? 'vega' : 'vega can-open'}
      style={{ height }}
      // A chart is one stop of the Tab key; inside it the arrows move from point to point, as on a slider.
      role="slider"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, tips.length - 1)}
      aria-valuenow={at ?? 0}
      aria-valuetext={tip === undefined ? label : `${tip.title}: ${tip.lines.map((line) => line.join(' ')).join(', ')}`}
      tabIndex={0}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setAt(null)}
      onBlur={() => setAt(null)}
      onClick={() => {
        if (at !== null) onSelect?.(at);
      }}
      onKeyDown={onKeyDown}
    >
      <div ref={holder} className="vega-holder" aria-hidden="true" />
      {tip === undefined || plot === null ? null : (
        <>
          {snap === 'points' ? <div className="tip-line" style={{ left: x, top: plot.top, height: plot.height }} /> : null}
          <div className="tip" style={{ left: x > width / 2 ? undefined : x + 14, right: x > width / 2 ? width - x + 14 : undefined, top: plot.top + 6 }} aria-hidden="true">
            <div className="b">{tip.title}</div>
            {tip.lines.map(([name, value], index) => (
              <div key={name} className="row g8">
                {snap === 'points' ? <span className={index === 0 ? 'sq bg1' : 'sq bg0'} /> : null}
                <span className="t2 sp">{name}</span>
                <span className={index === 0 ? 'b num' : 'num'}>{value}</span>
              </div>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
