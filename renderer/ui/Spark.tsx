/** A small line of values; gaps stay gaps. */
export function Spark({ values, width = 72, height = 26 }: { readonly values: readonly (number | null)[]; readonly width?: number; readonly height?: number }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const least = Math.min(...known);
  const span = Math.max(...known) - least || 1;
  const x = (index: number) => (index / (values.length - 1)) * (width - 4) + 2;
  const y = (value: number) => height - 3 - ((value - least) / span) * (height - 6);
  let path = '';
  let pen = 'M';
  for (const [index, value] of values.entries()) {
    if (value === null) {
      pen = 'M';
      continue;
    }
    path += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = 'L';
  }
  const last = values.length - 1 - [...values].reverse().findIndex((value) => value !== null);
  const lastValue = values[last];
  // The area ends where the line does; with gaps inside there is none.
  const first = values.findIndex((value) => value !== null);
  const whole = values.slice(first, last + 1).every((value) => value !== null);
  const area = whole ? `${path}L${x(last).toFixed(1)} ${height}L${x(first).toFixed(1)} ${height}Z` : null;
  return (
    <svg className="spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {area === null ? null : <path className="ar" d={area} />}
      <path className="sp1" d={path} />
      {lastValue === null || lastValue === undefined ? null : <circle cx={x(last)} cy={y(lastValue)} r="2.2" className="f1" />}
    </svg>
  );
}
