import type { MetricsReply, MetricValue, Unit } from '#contract/metrics';
import type { PrintCheck } from '#contract/reports';
import { groupDigits, shortMoney, showChange, showMetric } from '../charts/index.ts';
import type { RenderedBlock, ReportContext } from './define.ts';

/** Blocks whose words are read for numbers: figures and tables of metrics. */
const READ: ReadonlySet<string> = new Set(['headline', 'tiles', 'breakdown-table', 'rfm-table']);

/** A number that a block was told, and the question that gives it again from the rows behind it. */
interface Told {
  readonly metric: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly value: number | null;
}

/**
 * Follows every number of a report back to its rows. Blocks are rendered over {@link Trace.context}, which notes what they were told;
 * {@link Trace.check} then asks three things:
 * 1. each number told is what the rows of its metric, period and filters add up to, counted anew
 * 2. each number of a sheet is one that was told under the label of its row
 * 3. each number in the words of figures and tables is one that was told, as it is written
 */
export class Trace {
  readonly context: ReportContext;
  readonly #asked: ReportContext;
  readonly #told: Told[] = [];
  /** Label of a row → numbers that may stand in it. */
  readonly #byLabel = new Map<string, Set<number>>();
  /** Numbers as they may be written. */
  readonly #written = new Set<string>();
  /** Words with digits of their own: names, notes. */
  readonly #words = new Set<string>();
  /** Sums that must come out the same when counted anew. */
  readonly #sums: Told[] = [];

  constructor(context: ReportContext) {
    this.#asked = context;
    for (const { file, rows } of context.sources) this.#label(file, [rows]);
    this.context = {
      ...context,
      query: (request) => {
        const reply = context.query(request);
        this.#note(reply, request.grain !== undefined, request.by ?? []);
        return reply;
      },
      drivers: () => {
        const reply = context.drivers();
        this.#label(context.lang === 'zh' ? '上期' : 'Before', [reply.before]);
        this.#label(context.lang === 'zh' ? '本期' : 'Now', [reply.after]);
        for (const factor of reply.factors) this.#label(factor.title[context.lang], [factor.effect]);
        this.#words.add(reply.sentence[context.lang]);
        return reply;
      },
      rfm: () => {
        const reply = context.rfm();
        if (reply === null) return null;
        for (const region of reply.regions) {
          this.#label(region.title[context.lang], [region.customers, region.share, region.sales, region.salesShare]);
          this.#words.add(region.advice[context.lang]);
          for (const text of [groupDigits(region.customers, 0), percent(region.share), showMetric(region.sales, 'money', context.currency), percent(region.salesShare)]) this.#written.add(text);
        }
        this.#written.add(groupDigits(reply.customers, 0));
        for (const text of [reply.from, reply.to, ...reply.warnings.map((warning) => warning[context.lang])]) this.#words.add(text);
        return reply;
      },
    };
  }

  /** @param blocks what was rendered over {@link Trace.context} */
  check(blocks: readonly { readonly id: string; readonly block: RenderedBlock }[]): PrintCheck {
    const results = [...this.#counted(), ...blocks.flatMap(({ block }) => this.#sheet(block)), ...blocks.filter(({ id }) => READ.has(id)).flatMap(({ block }) => this.#page(block))];
    const sound = results.filter(Boolean).length;
    return { id: 'traced', ok: sound === results.length, title: { en: 'Numbers that follow from their rows', zh: '可由明细复算的数字' }, value: `${sound}/${results.length}` };
  }

  #counted(): boolean[] {
    return [...this.#told, ...this.#sums].map(({ metric, period, filters, value }) => {
      const again = this.#asked.recount(metric, period, filters);
      if (value === null || again === null) return value === again;
      return Math.abs(value - again) <= 1e-9 * Math.max(1, Math.abs(again));
    });
  }

  #sheet({ sheet }: RenderedBlock): boolean[] {
    return (sheet?.rows ?? []).flatMap(([first, ...cells]) => {
      const known = this.#byLabel.get(String(first));
      return cells.filter((cell) => typeof cell === 'number').map((cell) => known?.has(cell) === true);
    });
  }

  #page({ fragment }: RenderedBlock): boolean[] {
    let words = fragment.markup
      .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] as string);
    const known = [...this.#words].filter((text) => text !== '').sort((x, y) => y.length - x.length);
    // Whole sentences first, then what has digits and is no number of a metric, then names: one of them may be part of the former.
    for (const text of known.filter(({ length }) => length > 20)) words = words.replaceAll(text, ' ');
    words = words.replace(/\d{4}-\d{2}-\d{2}/g, ' ').replace(/\d+ others|其他 \d+ 项|[A-Z][a-z]+ \d{4}|\d{4} 年( \d{1,2} 月)?/g, ' ');
    for (const text of known) words = words.replaceAll(text, ' ');
    const numbers = words.match(/[\u2212-]?[^\s\d.,+\u2212▲▼-]{0,2}\d[\d,]*(\.\d+)?[%×万亿kM]?/g) ?? [];
    return numbers.map((text) => [text, text.replace(/^[^\d\u2212]+/, ''), digitsOf(text)].some((form) => this.#written.has(form)));
  }

  #note(reply: MetricsReply, grained: boolean, by: readonly string[]): void {
    const { lang, catalogue, period } = this.#asked;
    for (const [metric, total] of Object.entries(reply.total)) {
      const info = catalogue.find(({ id }) => id === metric);
      if (info === undefined) continue;
      this.#tell(metric, total, reply, {});
      this.#label(info.title[lang], [total.value, total.previous]);
      this.#write(total, info.unit, null);
      if (grained && info.additive) this.#sums.push({ metric, period, filters: {}, value: reply.rows.reduce((sum, row) => sum + (row.metrics[metric]?.value ?? 0), 0) });
      for (const row of reply.rows) {
        const value = row.metrics[metric] as MetricValue;
        if (grained) this.#label(row.bucket ?? '', [value.value, value.previous]);
        else if (by.length > 0) {
          this.#tell(metric, value, reply, Object.fromEntries(by.map((dimension) => [dimension, [row.dimensions[dimension] ?? '']])));
          const names = by.map((dimension) => this.#asked.valueTitle(dimension, row.dimensions[dimension] ?? null)[lang]);
          this.#label(names.join(' · '), [value.value, value.previous]);
          this.#write(value, info.unit, total.value);
        }
      }
      if (!grained && by.length > 0 && info.additive) this.#rest(reply, metric, info.unit, total.value);
    }
  }

  /** The last line of a long table: the smallest rows added up. */
  #rest(reply: MetricsReply, metric: string, unit: Unit, total: number | null): void {
    const sorted = reply.rows.map((row) => row.metrics[metric] as MetricValue).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
    let sum: MetricValue = { value: 0, previous: null, why: null };
    for (const one of sorted.reverse()) {
      sum = { value: (sum.value ?? 0) + (one.value ?? 0), previous: one.previous === null ? sum.previous : (sum.previous ?? 0) + one.previous, why: null };
      this.#write(sum, unit, total);
    }
  }

  #tell(metric: string, { value, previous, why }: MetricValue, reply: MetricsReply, filters: Told['filters']): void {
    // A value that is withheld on purpose says so, and is no number.
    if (why === null || value !== null) this.#told.push({ metric, period: reply.period, filters, value });
    if (reply.compared !== null && previous !== null) this.#told.push({ metric, period: reply.compared, filters, value: previous });
  }

  #label(label: string, numbers: readonly (number | null)[]): void {
    const known = this.#byLabel.get(label) ?? new Set();
    for (const number of numbers) if (number !== null) known.add(number);
    this.#byLabel.set(label, known);
    // A label of digits only is one of the numbers of the page; taken out as a word it would tear others apart.
    (/\p{L}/u.test(label) ? this.#words : this.#written).add(label);
  }

  /** The ways in which a number, its change and its share may stand on a page. */
  #write({ value, previous }: MetricValue, unit: Unit, total: number | null): void {
    const { currency, lang } = this.#asked;
    for (const number of [value, previous]) {
      if (number === null) continue;
      this.#written.add(showMetric(number, unit, currency));
      this.#written.add(digitsOf(showMetric(number, unit, currency)));
      if (unit === 'money') this.#written.add(shortMoney(number, currency, lang));
    }
    const change = showChange(value, previous, unit, lang);
    if (change !== null) this.#written.add(digitsOf(change));
    if (total !== null && total !== 0 && value !== null) this.#written.add(percent(value / total));
    if (total === null) this.#written.add(percent(1));
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
/** A written number without sign, currency and words around it. */
const digitsOf = (text: string): string => /\d[\d,]*(\.\d+)?[%×万亿kM]?/.exec(text)?.[0] ?? text;
