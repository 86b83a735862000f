import type { Lang } from '#contract/values';

/** HTML that is safe to put into a page. Only {@link html} and {@link trusted} make it. */
export interface Fragment {
  readonly markup: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] as string);
}

type Insert = string | number | Fragment | readonly Fragment[];

/** A template whose inserts are text unless they are fragments: what comes from data can never become markup. */
export function html(parts: TemplateStringsArray, ...inserts: Insert[]): Fragment {
  let markup = parts[0] ?? '';
  for (const [i, insert] of inserts.entries()) markup += markupOf(insert) + (parts[i + 1] ?? '');
  return { markup };
}

function markupOf(insert: Insert): string {
  if (Array.isArray(insert)) return (insert as readonly Fragment[]).map((fragment) => fragment.markup).join('');
  return typeof insert === 'object' ? (insert as Fragment).markup : escapeHtml(String(insert));
}

/** Markup our own code made: drawn charts. */
export function trusted(markup: string): Fragment {
  return { markup };
}

/** Weight and family of a bundled font, as base64 of its woff2 file. */
export interface EmbeddedFont {
  readonly family: string;
  readonly weight: number;
  readonly base64: string;
}

export interface PageParts {
  readonly title: string;
  readonly lang: Lang;
  readonly shop: string;
  readonly kind: string;
  readonly periodLine: string;
  readonly madeLine: string;
  readonly fonts: readonly EmbeddedFont[];
  readonly blocks: readonly { readonly id: string; readonly fragment: Fragment; readonly half?: boolean }[];
}

/** A whole document: fonts and charts inside, no script, no address outside itself. */
export function pageHtml(parts: PageParts): string {
  const zh = parts.lang === 'zh';
  const pageOf = zh ? '"第 " counter(page) " 页，共 " counter(pages) " 页"' : '"Page " counter(page) " of " counter(pages)';
  const quote = (text: string) => `"${text.replace(/["\\\n\r<]/g, ' ')}"`;
  const blocks = groupHalves(parts.blocks);
  return `<!doctype html><html lang="${zh ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"><title>${escapeHtml(parts.title)}</title><style>
${parts.fonts.map((font) => `@font-face{font-family:"${font.family}";font-weight:${font.weight};src:url(data:font/woff2;base64,${font.base64}) format("woff2")}`).join('\n')}
@page{size:A4;margin:18mm 15mm 20mm;@top-left{content:${quote(`${parts.shop} · ${parts.title}`)};font:400 8pt Inter,"Noto Sans SC",sans-serif;color:#686C74}@bottom-left{content:${quote(parts.madeLine)};font:400 8pt Inter,"Noto Sans SC",sans-serif;color:#686C74}@bottom-right{content:${pageOf};font:400 8pt Inter,"Noto Sans SC",sans-serif;color:#686C74}}
@page :first{@top-left{content:none}}
${STYLE}</style></head><body><main><header class="running"><span class="mark"></span><b>${escapeHtml(parts.shop)}</b><span>${escapeHtml(parts.kind)}</span><span class="right">${escapeHtml(parts.periodLine)}</span></header>${blocks}</main></body></html>`;
}

/** Two half-width blocks that follow each other stand side by side. */
function groupHalves(blocks: PageParts['blocks']): string {
  let markup = '';
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    const next = blocks[i + 1];
    if (block === undefined) continue;
    const section = (item: typeof block) => `<section class="block" data-block="${escapeHtml(item.id)}">${item.fragment.markup}</section>`;
    if (block.half && next?.half) {
      markup += `<div class="pair">${section(block)}${section(next)}</div>`;
      i++;
    } else markup += section(block);
  }
  return markup;
}

const STYLE = `
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;background:#fff;color:#1B1D21;font:400 10pt/1.55 Inter,"Noto Sans SC","PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums lining-nums;text-autospace:normal}
main{max-width:180mm;margin:0 auto}
.running{display:flex;gap:8px;align-items:center;font-size:8.5pt;color:#686C74;padding-bottom:8px;border-bottom:1px solid #D3CFC6}
.running b{color:#1B1D21}.running .right{margin-left:auto}
.mark{width:14px;height:9px;background:#BF3B2B;clip-path:polygon(25% 0,75% 0,100% 50%,75% 100%,25% 100%,0 50%)}
h1{font-size:22pt;line-height:1.25;margin:16px 0 6px;font-weight:700;letter-spacing:-.01em}
:lang(zh) h1{letter-spacing:0}
h2{font-size:11.5pt;margin:0 0 8px;font-weight:700;break-after:avoid}h2 small{font-weight:400;font-size:8.5pt;color:#686C74;margin-left:8px}
p{margin:0 0 6px}.lead{font-size:11.5pt;line-height:1.65}.muted{color:#686C74;font-size:8.5pt}
.block{break-inside:avoid;margin-top:22px}
.block.long,.block:has(table.long){break-inside:auto}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:28px;break-inside:avoid}
.tiles{display:grid;grid-template-columns:repeat(3,1fr);border-top:2px solid #1B1D21}
.tile{padding:9px 12px 10px 0;border-bottom:1px solid #E6E3DC}.tile+.tile{padding-left:12px;border-left:1px solid #E6E3DC}.tile:nth-child(3n+1){padding-left:0;border-left:0}
.tile .name{font-size:8.5pt;color:#4E525A}.tile .value{font-size:16pt;font-weight:700;line-height:1.3}.tile .was{font-size:8pt;color:#686C74}
.good{color:#0B7261;font-weight:600}.bad{color:#AD4C14;font-weight:600}.flat{color:#4E525A}
table{width:100%;border-collapse:collapse;font-size:9pt}
thead{display:table-header-group}tr{break-inside:avoid}
th{font-weight:400;color:#686C74;text-align:left;padding:4px 8px 4px 0;border-bottom:1px solid #1B1D21;font-size:8.5pt}
td{padding:5px 8px 5px 0;border-bottom:1px solid #E6E3DC;vertical-align:top;overflow-wrap:anywhere}
th.r,td.r{text-align:right;padding-right:0;padding-left:8px;white-space:nowrap}tr.total td{font-weight:700;border-bottom:1px solid #1B1D21}
td.gap,th.gap{padding-left:16px}td.name{white-space:nowrap}
.chart svg{display:block;max-width:100%;height:auto}
.note{background:#FAF9F7;border-left:3px solid #BF3B2B;padding:9px 14px;font-size:9.5pt}
`;
