// The only engine file that draws: specs become SVG without a browser. Expressions run by the interpreter, so nothing is compiled to code.

import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';

/**
 * Width of a text in em of the bundled fonts, near enough to lay out labels: Han letters are a square, Latin ones about half of one.
 * Without a canvas Vega takes every letter for the same width, and cuts Chinese labels off.
 */
function emWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) as number;
    width += code > 0x2e7f ? 1 : /[.,:;'|il ]/.test(letter) ? 0.3 : /[A-Z0-9Wm¥%+]/.test(letter) ? 0.66 : 0.58;
  }
  return width;
}

interface TextItem {
  readonly fontSize?: number;
  readonly text?: unknown;
}

// The one knob Vega has for this; its types do not name it.
const { textMetrics } = vega as unknown as { textMetrics: { width(item: TextItem, text?: string): number } };
textMetrics.width = (item, text) => emWidth(String(text ?? item.text ?? '')) * (item.fontSize ?? 11);

/** Draws a Vega-Lite spec as one SVG element. */
export async function drawSvg(spec: Readonly<Record<string, unknown>>): Promise<string> {
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
