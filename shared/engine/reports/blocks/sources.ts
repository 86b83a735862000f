import { groupDigits } from '../../charts/index.ts';
import { defineBlock } from '../define.ts';
import { html } from '../html.ts';

const LISTED = 24;

export const sources = defineBlock({
  id: 'sources',
  title: { en: 'Sources', zh: '数据来源' },
  async render(context) {
    const { lang } = context;
    const shown = context.sources.slice(0, LISTED);
    const more = context.sources.length - shown.length;
    const rows = context.sources.reduce((sum, source) => sum + source.rows, 0);
    const note = lang === 'zh' ? `${context.sources.length} 个文件，共 ${groupDigits(rows, 0)} 行` : `${context.sources.length} files, ${groupDigits(rows, 0)} rows`;
    const head = lang === 'zh' ? ['文件', '行数', '导入时间 (UTC)', '指纹'] : ['File', 'Rows', 'Imported (UTC)', 'Fingerprint'];
    return {
      title: this.title[lang],
      fragment: html`<h2>${this.title[lang]}<small>${note}</small></h2><table class="long"><thead><tr><th>${head[0] ?? ''}</th><th class="r">${head[1] ?? ''}</th><th class="gap">${head[2] ?? ''}</th><th>${head[3] ?? ''}</th></tr></thead><tbody>${shown.map((source) => html`<tr><td>${source.file}</td><td class="r">${groupDigits(source.rows, 0)}</td><td class="gap">${source.importedAt}</td><td>${source.sha256.slice(0, 12)}</td></tr>`)}</tbody></table>${more > 0 ? html`<p class="muted">${lang === 'zh' ? `另有 ${more} 个文件，见 Excel 版报告` : `and ${more} more files, listed in the Excel form of this report`}</p>` : html``}`,
      sheet: {
        name: this.title[lang],
        columns: [
          { title: head[0] as string, format: 'text' },
          { title: head[1] as string, format: 'count' },
          { title: head[2] as string, format: 'text' },
          { title: 'SHA-256', format: 'text' },
        ],
        rows: context.sources.map((source) => [source.file, source.rows, source.importedAt, source.sha256]),
      },
    };
  },
});
