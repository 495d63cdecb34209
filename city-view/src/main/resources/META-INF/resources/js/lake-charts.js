// Landed records, and what waits to land, by topic over time, drawn by uPlot, which is loaded when the tab is first opened.

import { $, el } from './dom.js';
import { count, timeOfDay } from './format.js';
import { color, onTheme } from './theme.js';

const UPLOT = '/webjars/uplot/1.6.30/dist/uPlot';
const SAMPLES = 300;
// Between two times. The less is a minute of all samples on a screen of 400 pixels: with more, no time would be in view.
const timeSpace = (_, axis, min, max, width) => (width < 320 ? 52 : 80);
const samples = [];
const names = ['vehicle_data', 'gps_data', 'traffic_data', 'weather_data', 'emergency_data'];
let charts = [];

export function topicColor(name) {
  if (!names.includes(name)) names.push(name);
  return color(`topic-${Math.min(5, names.indexOf(name))}`);
}

export function addSample(sample) {
  if (samples.length && sample.at <= samples.at(-1).at) return;
  for (const name of Object.keys(sample.topics)) topicColor(name);
  samples.push(sample);
  if (samples.length > SAMPLES) samples.shift();
  draw();
}

/** Loads uPlot once and shows the charts. */
export async function showCharts() {
  if (!window.uPlot) await load();
  if (!charts.length) {
    onTheme(rebuild);
    new ResizeObserver(resize).observe($('chart-landed'));
  }
  rebuild();
}

function load() {
  document.head.append(el('link', { rel: 'stylesheet', href: `${UPLOT}.min.css` }));
  return new Promise((resolve, reject) => {
    document.head.append(el('script', { src: `${UPLOT}.iife.min.js`, onload: resolve, onerror: reject }));
  });
}

function rebuild() {
  charts.forEach((chart) => chart.destroy());
  charts = [['chart-landed', landed], ['chart-waiting', waiting]].map(([id, data]) => {
    const chart = new window.uPlot(options($(id).clientWidth), data(), $(id));
    chart.dataOf = data;
    chart.series_ = names.length;
    return chart;
  });
}

function draw() {
  if (!charts.length) return;
  if (charts.some((chart) => chart.series_ !== names.length)) rebuild();
  else charts.forEach((chart) => chart.setData(chart.dataOf()));
}

function resize() {
  charts.forEach((chart) => chart.setSize({ width: chart.root.parentElement.clientWidth, height: 190 }));
}

/** Topics are stacked, as two of them may have the same figures: each line is its topic and those below it. */
function stacked(valueOf) {
  const columns = names.map((name) => samples.map((sample, i) => valueOf(name, sample, samples[i - 1])));
  for (let i = columns.length - 2; i >= 0; i--) columns[i] = columns[i].map((value, at) => value + columns[i + 1][at]);
  return [samples.map((sample) => sample.at / 1000), ...columns];
}

const landed = () => stacked((name, sample, before) => {
  if (!before) return 0;
  const seconds = (sample.at - before.at) / 1000;
  return Math.max(0, ((sample.topics[name]?.[0] ?? 0) - (before.topics[name]?.[0] ?? 0)) / seconds);
});

const waiting = () => stacked((name, sample) => sample.topics[name]?.[1] ?? 0);

/** Without seconds where each is a whole minute. */
const times = (_, ticks, axis, space, step) => ticks.map((at) => timeOfDay(at * 1000).slice(0, step % 60 ? 8 : 5));

function options(width) {
  const axis = { stroke: color('quiet'), grid: { stroke: color('line'), width: 1 }, ticks: { stroke: color('line') }, font: '11px system-ui, "DejaVu Sans", sans-serif' };
  return {
    width: Math.max(200, width),
    height: 190,
    legend: { live: false },
    cursor: { points: { size: 6 } },
    series: [
      { label: 'time', value: (_, at) => (at ? timeOfDay(at * 1000) : '–') },
      ...names.map((name) => ({ label: name, stroke: topicColor(name), fill: `${topicColor(name)}59`, width: 1.2, points: { show: false } })),
    ],
    bands: names.slice(1).map((_, i) => ({ series: [i + 1, i + 2] })),
    axes: [
      { ...axis, values: times, space: timeSpace },
      { ...axis, size: 58, values: (_, ticks) => ticks.map((value) => (value >= 1000 ? `${count(value / 1000)}k` : count(value))) },
    ],
  };
}
