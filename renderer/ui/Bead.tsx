import type { CSSProperties } from 'react';

export const BEAD_PATH = 'M.8 5 4.6 1.5Q5.6.6 7 .6h2q1.4 0 2.4.9L15.2 5l-3.8 3.5q-1 .9-2.4.9H7q-1.4 0-2.4-.9Z';

/** One bead of the abacus. */
export function Bead({ className, style }: { readonly className?: string; readonly style?: CSSProperties }) {
  return (
    <svg className={className} style={style} viewBox="0 0 16 10" preserveAspectRatio="none" aria-hidden="true">
      <path d={BEAD_PATH} />
    </svg>
  );
}

/** The product's sign. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1.7" y="1.7" width="20.6" height="20.6" rx="5" fill="none" stroke="var(--ink-1)" strokeWidth="1.6" />
      <path d="M1.7 9.2h20.6" stroke="var(--ink-1)" strokeWidth="1.6" />
      <path d="M8 2v20M16 2v20" stroke="var(--ink-1)" strokeWidth="1" />
      <path d="M4.6 5.6 6.6 4h2.8l2 1.6-2 1.6H6.6Z" fill="var(--ink-1)" />
      <path d="M12.6 6.8 14.6 5.2h2.8l2 1.6-2 1.6h-2.8Z" fill="var(--cinnabar)" />
      <path d="M4.6 12.2 6.6 10.6h2.8l2 1.6-2 1.6H6.6Z" fill="var(--cinnabar)" />
      <path d="M4.6 18.8 6.6 17.2h2.8l2 1.6-2 1.6H6.6ZM12.6 15.6 14.6 14h2.8l2 1.6-2 1.6h-2.8ZM12.6 19.2 14.6 17.6h2.8l2 1.6-2 1.6h-2.8Z" fill="var(--ink-1)" />
    </svg>
  );
}
