/** Beside the name of a head: its icon, the arrow of its menu, room at both sides. */
const HEAD_EXTRA = 62;
const CELL_EXTRA = 20;

/**
 * How wide a column must be to show what it holds.
 *
 * @param measure the width of a text in pixels
 */
export function fitWidth(name: string, texts: Iterable<string>, measure: (text: string, bold: boolean) => number): number {
  let widest = measure(name, true) + HEAD_EXTRA;
  const seen = new Set<string>();
  for (const text of texts) {
    if (seen.has(text)) continue;
    seen.add(text);
    widest = Math.max(widest, measure(text, false) + CELL_EXTRA);
  }
  return Math.ceil(widest);
}

/** Measures texts as an element shows them. */
export function measureLike(element: Element): (text: string, bold: boolean) => number {
  const context = document.createElement('canvas').getContext('2d');
  const { fontSize, fontFamily } = getComputedStyle(element);
  return (text, bold) => {
    if (context === null) return text.length * 7.4;
    context.font = `${bold ? 600 : 400} ${fontSize} ${fontFamily}`;
    return context.measureText(text).width;
  };
}
