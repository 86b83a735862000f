import type { MetricInfo, MetricRod } from '#contract/metrics';
import { useWords } from '../i18n/index.ts';
import { BEAD_PATH } from './Bead.tsx';

export const RODS: readonly MetricRod[] = ['traffic', 'behaviour', 'sales', 'marketing', 'supply'];

const LOOKS = {
  small: { step: 8.35, scale: [0.47, 0.7], height: 8, label: 54, bead: 4 },
  large: { step: 29, scale: [1.62, 1.8], height: 18, label: 118, bead: 9 },
} as const;

/** The metrics of the boards as beads on their rods: lit or still waiting for data. */
export function Abacus({ metrics, size = 'small' }: { readonly metrics: readonly MetricInfo[]; readonly size?: 'small' | 'large' }) {
  const { t, text } = useWords();
  const look = LOOKS[size];
  const board = metrics.filter((metric) => metric.onBoard);
  const longest = Math.max(1, ...RODS.map((rod) => board.filter((metric) => metric.rod === rod).length));
  const width = Math.max(size === 'small' ? 100 : 340, longest * look.step + 4);
  return (
    <div className={`abacus ${size}`}>
      {RODS.map((rod) => {
        const beads = board.filter((metric) => metric.rod === rod);
        if (beads.length === 0) return null;
        const lit = beads.filter((metric) => metric.state === 'lit').length;
        return (
          <div key={rod} className="rodline">
            <span className="rodname">{t(`rod.${rod}`)}</span>
            <svg width={width} height={look.height} viewBox={`0 0 ${width} ${look.height}`} role="img" aria-label={t('abacus.rod', { lit, all: beads.length })}>
              <path d={`M0,${look.height / 2}H${width}`} className="rodwire" />
              {beads.map((metric, index) => (
                <path
                  key={metric.id}
                  className={metric.state === 'lit' ? 'bead lit' : 'bead'}
                  transform={`translate(${index * look.step + 2} ${look.height / 2 - look.scale[1] * 5}) scale(${look.scale[0]} ${look.scale[1]})`}
                  d={BEAD_PATH}
                >
                  <title>{text(metric.title)}</title>
                </path>
              ))}
            </svg>
          </div>
        );
      })}
    </div>
  );
}
