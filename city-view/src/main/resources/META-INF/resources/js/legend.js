// Says what colours and signs mean.

import { $, el } from './dom.js';
import { drawIncident } from './signs.js';
import { SCALE_LABELS, color, onTheme, stepColor } from './theme.js';

function sign(text, draw) {
  const canvas = el('canvas', { width: 18, height: 18, 'aria-hidden': 'true' });
  draw(canvas.getContext('2d'));
  return el('span', { class: 'sign' }, canvas, text);
}

function scale() {
  const canvas = el('canvas', { width: 210, height: 9, 'aria-hidden': 'true' });
  const context = canvas.getContext('2d');
  for (let index = 0; index < 6; index++) {
    context.fillStyle = stepColor(index);
    context.fillRect(index * 35, 0, 34, 9);
  }
  const labels = SCALE_LABELS.map((label) => el('span', {}, label));
  return el('div', { class: 'scale' }, canvas, el('div', {}, ...labels));
}

function showLegend() {
  const diamond = (context) => {
    context.translate(9, 9);
    context.rotate(Math.PI / 4);
    context.strokeStyle = color('accent');
    context.lineWidth = 1.6;
    context.strokeRect(-4, -4, 8, 8);
  };
  const dot = (name) => (context) => {
    context.fillStyle = color(name);
    context.fillRect(6, 6, 6, 6);
  };
  $('legend').replaceChildren(
    scale(),
    sign('nothing known', (context) => { context.fillStyle = stepColor(-1); context.fillRect(1, 5, 16, 8); }),
    sign('car, van', dot('vehicle')),
    sign('lorry, coach', dot('vehicle-lorry')),
    sign('silent', dot('vehicle-silent')),
    sign('camera', diamond),
    sign('incident', (context) => drawIncident(context, 9, 10, 7, false)),
    sign('resolved', (context) => drawIncident(context, 9, 9, 8, true)),
  );
}

export function startLegend() {
  showLegend();
  onTheme(showLegend);
}
