import { type PointerEvent, useState } from 'react';
import { MAX_WIDTH, MIN_WIDTH } from './gridCells.ts';

interface ResizeGripProps {
  readonly width: number;
  onWidth(width: number): void;
  onFit(): void;
}

/** The right edge of a head, to be dragged; a double click fits the column. Keys find the same in the column's menu. */
export function ResizeGrip({ width, onWidth, onFit }: ResizeGripProps) {
  const [from, setFrom] = useState<{ readonly x: number; readonly width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom({ x: event.clientX, width });
  };
  return (
    <span
      aria-hidden="true"
      className={from === null ? 'dg-grip' : 'dg-grip on'}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (from !== null) onWidth(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.round(from.width + event.clientX - from.x))));
      }}
      onPointerUp={() => setFrom(null)}
      onPointerCancel={() => setFrom(null)}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onFit();
      }}
    />
  );
}
