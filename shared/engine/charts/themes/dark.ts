/** Chart theme, dark: colours and type of the design tokens. Sizes follow the chart, so there is no autosize. */
export const dark: Readonly<Record<string, unknown>> = {
  background: 'transparent',
  font: "Inter, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', sans-serif",
  padding: 4,
  view: {
    stroke: null,
    continuousWidth: 640,
    continuousHeight: 260,
  },
  range: {
    category: ['#67AAEF', '#F2803A', '#3A8D7F', '#DA97B4', '#F2E087', '#D0E6F0', '#935D47'],
    ordinal: ['#16212F', '#1B3250', '#214772', '#2C649F', '#4186CC', '#67AAEF', '#B4D6FA'],
    ramp: ['#16212F', '#1B3250', '#214772', '#2C649F', '#4186CC', '#67AAEF', '#B4D6FA'],
    heatmap: ['#16212F', '#1B3250', '#214772', '#2C649F', '#4186CC', '#67AAEF', '#B4D6FA'],
    diverging: ['#F7B98C', '#F2803A', '#8A4A22', '#22272E', '#214772', '#4186CC', '#B4D6FA'],
  },
  axis: {
    labelColor: '#8E949E',
    labelFontSize: 11,
    labelPadding: 6,
    labelOverlap: 'greedy',
    labelFlush: true,
    titleColor: '#AEB3BC',
    titleFontSize: 11,
    titleFontWeight: 500,
    titlePadding: 8,
    domainColor: '#3B424B',
    ticks: false,
    gridColor: '#23272E',
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
    labelColor: '#AEB3BC',
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
    labelColor: '#AEB3BC',
    labelFontSize: 12,
    columnPadding: 16,
    rowPadding: 4,
  },
  title: {
    anchor: 'start',
    color: '#ECEDEF',
    fontSize: 13,
    fontWeight: 600,
    offset: 12,
    subtitleColor: '#8E949E',
    subtitleFontSize: 12,
    subtitlePadding: 2,
  },
  header: {
    labelColor: '#AEB3BC',
    labelFontSize: 12,
    labelFontWeight: 500,
    titleColor: '#8E949E',
    titleFontSize: 11,
  },
  mark: {
    color: '#67AAEF',
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
    stroke: '#181B20',
    strokeWidth: 2,
    cornerRadius: 3,
  },
  arc: {
    stroke: '#181B20',
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
    color: '#8E949E',
    strokeWidth: 1,
  },
  text: {
    color: '#ECEDEF',
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
      color: '#181B20',
    },
    outliers: {
      size: 14,
    },
  },
  style: {
    compare: {
      stroke: '#838A95',
      strokeWidth: 1.3,
      strokeDash: [3, 3],
    },
    forecast: {
      stroke: '#67AAEF',
      strokeWidth: 2.2,
      strokeDash: [1, 4],
    },
    target: {
      stroke: '#ECEDEF',
      strokeWidth: 1.2,
      strokeDash: [4, 3],
    },
    limit: {
      stroke: '#F09A5B',
      strokeWidth: 1,
      strokeDash: [3, 3],
    },
    event: {
      fill: '#F2E087',
      fillOpacity: 0.13,
    },
    anomaly: {
      fill: '#181B20',
      stroke: '#F09A5B',
      strokeWidth: 2,
      size: 64,
    },
    good: {
      fill: '#3A8D7F',
    },
    bad: {
      fill: '#F2803A',
    },
    other: {
      fill: '#838A95',
    },
  },
};
