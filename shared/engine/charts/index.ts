export * from './format.ts';
export { barsChart, type ChartStyle, dailyChart, driversChart, rfmChart, sparkChart } from './specs.ts';
export { toSvg } from './svg.ts';
