export { barsChart } from './bars.ts';
export { driversChart } from './drivers.ts';
export * from './format.ts';
export type { ChartStyle } from './frame.ts';
export { rfmChart } from './rfm.ts';
export { dailyChart, sparkChart } from './series.ts';
export { toSvg } from './to-svg.ts';
