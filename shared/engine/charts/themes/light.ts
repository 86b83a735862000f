/** Chart theme, light: colours and type of the design tokens. Sizes follow the chart, so there is no autosize. */
export const light: Readonly<Record<string, unknown>> = {
  background: 'transparent',
  font: "Inter, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', sans-serif",
  padding: 4,
  view: {
    stroke: null,
    continuousWidth: 640,
    continuousHeight: 260,
  },
  range: {
    category: ['#1F5FAE', '#C46C22', '#139475', '#8F3158', '#D4AF1F', '#65B4EA', '#4A2F26'],
    ordinal: ['#EAF1FA', '#CFE0F3', '#A8C8E9', '#77A8DA', '#3A76B9', '#1F5FAE', '#133F76'],
    ramp: ['#EAF1FA', '#CFE0F3', '#A8C8E9', '#77A8DA', '#3A76B9', '#1F5FAE', '#133F76'],
    heatmap: ['#EAF1FA', '#CFE0F3', '#A8C8E9', '#77A8DA', '#3A76B9', '#1F5FAE', '#133F76'],
    diverging: ['#8A3D10', '#C46C22', '#EBC29B', '#F3F1ED', '#A8C8E9', '#3A76B9', '#133F76'],
  },
  axis: {
    labelColor: '#686C74',
    labelFontSize: 11,
    labelPadding: 6,
    labelOverlap: 'greedy',
    labelFlush: true,
    titleColor: '#4E525A',
    titleFontSize: 11,
    titleFontWeight: 500,
    titlePadding: 8,
    domainColor: '#C9C5BB',
    ticks: false,
    gridColor: '#ECEAE4',
    gridWidth: 1,
  },
  axisX: {
    grid: false,
    domain: true,
  },
  axisY: {
    grid: true,
    domain: false,
    tickCount: 4,
    title: null,
  },
  axisBand: {
    labelColor: '#4E525A',
    labelFontSize: 12,
    domain: true,
  },
  legend: {
    orient: 'top',
    direction: 'horizontal',
    title: null,
    symbolType: 'square',
    symbolSize: 64,
    offset: 8,
    labelColor: '#4E525A',
    labelFontSize: 12,
    columnPadding: 16,
    rowPadding: 4,
  },
  title: {
    anchor: 'start',
    color: '#1B1D21',
    fontSize: 13,
    fontWeight: 600,
    offset: 12,
    subtitleColor: '#686C74',
    subtitleFontSize: 12,
    subtitlePadding: 2,
  },
  header: {
    labelColor: '#4E525A',
    labelFontSize: 12,
    labelFontWeight: 500,
    titleColor: '#686C74',
    titleFontSize: 11,
  },
  mark: {
    color: '#1F5FAE',
  },
  line: {
    strokeWidth: 2,
    strokeJoin: 'round',
    strokeCap: 'round',
    interpolate: 'linear',
  },
  area: {
    fillOpacity: 0.09,
    line: {
      strokeWidth: 2,
    },
  },
  bar: {
    cornerRadiusEnd: 2,
    continuousBandSize: 12,
    discreteBandSize: {
      band: 0.72,
    },
  },
  rect: {
    stroke: '#FFFFFF',
    strokeWidth: 2,
    cornerRadius: 3,
  },
  arc: {
    stroke: '#FFFFFF',
    strokeWidth: 1.5,
  },
  point: {
    filled: true,
    size: 36,
    opacity: 0.85,
  },
  circle: {
    size: 36,
    opacity: 0.75,
  },
  rule: {
    color: '#686C74',
    strokeWidth: 1,
  },
  text: {
    color: '#1B1D21',
    fontSize: 11,
    fontWeight: 600,
  },
  errorband: {
    band: {
      opacity: 0.16,
    },
  },
  boxplot: {
    size: 14,
    median: {
      color: '#FFFFFF',
    },
    outliers: {
      size: 14,
    },
  },
  style: {
    compare: {
      stroke: '#8D9096',
      strokeWidth: 1.3,
      strokeDash: [3, 3],
    },
    forecast: {
      stroke: '#1F5FAE',
      strokeWidth: 2.2,
      strokeDash: [1, 4],
    },
    target: {
      stroke: '#1B1D21',
      strokeWidth: 1.2,
      strokeDash: [4, 3],
    },
    limit: {
      stroke: '#AD4C14',
      strokeWidth: 1,
      strokeDash: [3, 3],
    },
    event: {
      fill: '#D4AF1F',
      fillOpacity: 0.13,
    },
    anomaly: {
      fill: '#FFFFFF',
      stroke: '#AD4C14',
      strokeWidth: 2,
      size: 64,
    },
    good: {
      fill: '#139475',
    },
    bad: {
      fill: '#C46C22',
    },
    other: {
      fill: '#8D9096',
    },
  },
};
