import inter400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?url';
import inter500 from '@fontsource/inter/files/inter-latin-500-normal.woff2?url';
import inter600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?url';
import noto400 from '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2?url';
import noto700 from '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff2?url';

const FONTS = [
  ['Inter', '400', inter400],
  ['Inter', '500', inter500],
  ['Inter', '600 700', inter600],
  ['Noto Sans SC', '400', noto400],
  ['Noto Sans SC', '700', noto700],
] as const;

/** Gives a framed document the fonts of the window. */
export function lendFonts(frame: Window & { readonly FontFace: typeof FontFace }): void {
  for (const [family, weight, url] of FONTS) frame.document.fonts.add(new frame.FontFace(family, `url("${new URL(url, location.href).href}") format("woff2")`, { weight }));
}
