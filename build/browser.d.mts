/** Path of a Chromium of this computer, or null. */
export function findChromium(): string | null;
/** The same, installed by apt where that is possible. */
export function ensureChromium(): string | null;
