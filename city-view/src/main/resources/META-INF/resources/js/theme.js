// Colours, as the style sheet has them for dark and light. The scale of speeds runs through blue-green, yellow, orange,
// red and purple, which people who confuse red and green, or blue and yellow, see as different: SpeedPaletteTest measures it.

import { UNKNOWN } from './frames.js';

const FROM = [0, 8, 30, 55, 75, 92];
export const SCALE_LABELS = ['0', '8', '30', '55', '75', '92 % of the limit'];
let values = new Map();

export function color(name) {
  if (!values.has(name)) {
    values.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  }
  return values.get(name);
}

/** Which colour of the scale a speed has, 0 (standing) to 5 (free); -1 where nothing is known. */
export function step(percent) {
  if (percent === UNKNOWN || percent === undefined) return -1;
  let index = FROM.length - 1;
  while (percent < FROM[index]) index--;
  return index;
}

export const stepColor = (index) => color(index < 0 ? 'speed-none' : `speed-${index}`);
export const speedColor = (percent) => stepColor(step(percent));

export const words = (percent) =>
  ['standing', 'jammed', 'slow', 'heavy', 'steady', 'free'][step(percent)] ?? 'unknown';

/** Calls back when the system changes between dark and light. */
export function onTheme(listener) {
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => {
    values = new Map();
    listener();
  });
}
