import type { ColumnType } from '#contract/values';

/** Types of what Meta counts. */
export const META_MEASURES: Readonly<Record<string, ColumnType>> = {
  Impressions: 'int',
  Reach: 'int',
  'Link clicks': 'int',
  Purchases: 'number',
  Results: 'number',
  'Amount spent (USD)': 'money',
  'Purchases conversion value': 'money',
  'Purchase conversion value': 'money',
};

/** Columns of Meta that split a row of a period into several: which of them is which, its key does not say. */
export const META_BREAKDOWNS: readonly string[] = [
  'Day',
  'Week',
  '2 weeks',
  'Month',
  'Age',
  'Gender',
  'Country',
  'Region',
  'DMA region',
  'Business location',
  'Platform',
  'Placement',
  'Device platform',
  'Impression device',
  'Conversion device',
  'Time of day (ad account time zone)',
  "Time of day (viewer's time zone)",
  'Product ID',
];
