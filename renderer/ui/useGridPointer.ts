import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { GridSpot } from './gridBlocks.ts';
import type { GridSelection } from './gridCells.ts';

/** How far one step scrolls while the pointer is held outside, and how often. */
const STEP = 28;
const EVERY_MS = 40;

/** What an element of the grid stands for; `null` for buttons and handles in it. */
function spotOf(target: EventTarget | null): GridSpot | null {
  if (!(target instanceof Element) || target.closest('button, .dg-grip') !== null) return null;
  const { r, c } = target.closest<HTMLElement>('[data-r]')?.dataset ?? {};
  return r === undefined || c === undefined ? null : { row: Number(r), column: Number(c) };
}

/**
 * Selects with the pointer: a press chooses, Shift and dragging extend, and the grid scrolls along when the pointer leaves it.
 *
 * @param select told what is pointed at, and what is to be extended by it
 */
export function useGridPointer(
  scroller: RefObject<HTMLDivElement | null>,
  selection: GridSelection | null,
  select: (spot: GridSpot, from: GridSelection | null) => void,
  headHeight: number,
  numberWidth: number,
): (event: PointerEvent) => void {
  const latest = useRef({ select, selection });
  latest.current = { select, selection };
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  return (event) => {
    const spot = spotOf(event.target);
    const box = scroller.current;
    if (spot === null || box === null || event.button !== 0) return;
    select(spot, event.shiftKey ? selection : null);
    // A finger scrolls; only a mouse or a pen drags.
    if (event.pointerType === 'touch' || (spot.row < 0 && spot.column < 0)) return;
    stop.current?.();
    let at = { x: event.clientX, y: event.clientY };
    const extend = () => {
      const area = box.getBoundingClientRect();
      const x = Math.min(area.left + box.clientWidth - 2, Math.max(area.left + (spot.column < 0 ? 2 : numberWidth + 2), at.x));
      const y = Math.min(area.top + box.clientHeight - 2, Math.max(area.top + (spot.row < 0 ? 2 : headHeight + 2), at.y));
      const over = spotOf(document.elementFromPoint(x, y));
      if (over === null) return;
      // Begun at a row number or a head, whole rows or columns are taken.
      latest.current.select({ row: spot.row < 0 ? -1 : over.row, column: spot.column < 0 ? -1 : over.column }, latest.current.selection);
    };
    const onMove = (move: globalThis.PointerEvent) => {
      at = { x: move.clientX, y: move.clientY };
      extend();
    };
    const timer = setInterval(() => {
      const area = box.getBoundingClientRect();
      const down = at.y > area.top + box.clientHeight ? STEP : at.y < area.top + headHeight ? -STEP : 0;
      const right = at.x > area.left + box.clientWidth ? STEP : at.x < area.left + numberWidth ? -STEP : 0;
      if ((down === 0 || spot.row < 0) && (right === 0 || spot.column < 0)) return;
      if (spot.row >= 0) box.scrollTop += down;
      if (spot.column >= 0) box.scrollLeft += right;
      extend();
    }, EVERY_MS);
    stop.current = () => {
      clearInterval(timer);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      stop.current = null;
    };
    const end = () => stop.current?.();
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  };
}
