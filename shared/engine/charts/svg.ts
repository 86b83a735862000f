// The only engine file that draws: specs become SVG without a browser. Expressions run by the interpreter, so nothing is compiled to code.

import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';

/** Draws a Vega-Lite spec as one SVG element. */
export async function toSvg(spec: Readonly<Record<string, unknown>>): Promise<string> {
  const { spec: compiled } = compile(spec as unknown as TopLevelSpec, { logger: SILENT });
  const view = new vega.View(vega.parse(compiled, undefined, { ast: true } as never), { renderer: 'none', expr: expressionInterpreter } as never);
  view.logLevel(vega.Error);
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Notices of the chart compiler are about its own defaults and help nobody who reads a report. */
const SILENT = {
  level: () => SILENT,
  warn: () => SILENT,
  info: () => SILENT,
  debug: () => SILENT,
  error: () => SILENT,
} as never;
