/** Draws a Vega-Lite spec as one SVG element. Vega is loaded with the first chart: the engine does not wait for it at its start. */
export async function toSvg(spec: Readonly<Record<string, unknown>>): Promise<string> {
  const { drawSvg } = await import('./svg.ts');
  return drawSvg(spec);
}
