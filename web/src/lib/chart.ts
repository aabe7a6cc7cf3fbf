// Bars drawn by ECharts; only the parts that are drawn are loaded, and only with the page that draws.
import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use, type ECharts } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { token } from './theme'

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer])

export interface Bar { label: string; count: number }

export function open(box: HTMLElement): ECharts {
  return init(box, null, { renderer: 'canvas' })
}

// Lying bars for names, standing ones for months.
export function draw(chart: ECharts, bars: readonly Bar[], standing: boolean, pick: (index: number) => void): void {
  const ink = token('ink-2')
  const size = parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.8
  const narrow = chart.getWidth() < 480
  const text = { color: ink, fontFamily: token('sans'), fontSize: size }
  const names = { type: 'category' as const, data: bars.map((bar) => bar.label), inverse: !standing, axisLabel: { ...text, width: size * (narrow ? 8 : 16), overflow: 'truncate' as const }, axisTick: { show: false }, axisLine: { lineStyle: { color: token('line-strong') } } }
  const numbers = { type: 'value' as const, minInterval: 1, splitNumber: narrow ? 2 : 5, axisLabel: text, splitLine: { lineStyle: { color: token('line') } } }
  chart.setOption({
    animation: false,
    grid: { left: 8, right: 40, top: 16, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText', backgroundColor: token('surface'), borderColor: token('line-strong'), textStyle: { color: token('ink') } },
    xAxis: standing ? names : numbers,
    yAxis: standing ? numbers : names,
    series: [{ type: 'bar', data: bars.map((bar) => bar.count), barMaxWidth: size * 1.8, itemStyle: { color: token('accent') }, label: { show: !standing, position: 'right', color: ink, fontSize: size } }],
  }, true)
  chart.off('click')
  chart.on('click', (event) => pick(event.dataIndex))
}

export function picture(chart: ECharts): string {
  return chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: token('surface') })
}
