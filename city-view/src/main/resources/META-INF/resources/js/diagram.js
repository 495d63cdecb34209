// The time-space diagram: each row is the road at one moment, the newest on top, so a shock wave is a slanted edge.

import { $, fitCanvas } from './dom.js';
import { fromBase64 } from './frames.js';
import { duration } from './format.js';
import { road } from './road.js';
import { changed, on, store } from './store.js';
import { addRow } from './stream.js';
import { kilometreScale } from './strip.js';
import { color, onTheme, step, stepColor } from './theme.js';

const FONT = 'system-ui, "Segoe UI", "DejaVu Sans", sans-serif';
const ROWS = 180;
const picture = document.createElement('canvas');
let northbound = true;

export async function startDiagram() {
  for (const [id, north] of [['diagram-north', true], ['diagram-south', false]]) {
    $(id).addEventListener('click', () => {
      northbound = north;
      $('diagram-north').setAttribute('aria-pressed', String(north));
      $('diagram-south').setAttribute('aria-pressed', String(!north));
      drawDiagram();
    });
  }
  on('row', drawDiagram);
  onTheme(drawDiagram);
  new ResizeObserver(drawDiagram).observe($('diagram'));
  const early = store.rows.splice(0);
  for (const [at, text] of await (await fetch('/speeds/history')).json()) {
    const percent = fromBase64(text);
    addRow({ at, percent, cells: percent.length / 2 });
  }
  early.forEach(addRow);
  changed('row');
}

function rgb(index) {
  const context = picture.getContext('2d');
  context.fillStyle = stepColor(index);
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}

function paint() {
  picture.width = road.cells;
  picture.height = ROWS;
  const context = picture.getContext('2d', { willReadFrequently: true });
  const colors = [-1, 0, 1, 2, 3, 4, 5].map(rgb);
  context.clearRect(0, 0, picture.width, picture.height);
  const image = context.createImageData(road.cells, ROWS);
  const rows = store.rows.slice().reverse();
  rows.slice(0, ROWS).forEach((row, y) => {
    for (let cell = 0; cell < road.cells; cell++) {
      const from = colors[step(row.percent[(northbound ? 0 : row.cells) + cell]) + 1];
      image.data.set(from, 4 * (y * road.cells + cell));
    }
  });
  context.putImageData(image, 0, 0);
}

function drawDiagram() {
  if (!road || !$('diagram').clientWidth) return;
  const { context, width, height } = fitCanvas($('diagram'));
  context.clearRect(0, 0, width, height);
  paint();
  const scale = kilometreScale(width);
  const shown = Math.min(ROWS, Math.max(40, store.rows.length));
  context.fillStyle = color('raised');
  context.fillRect(scale.left, 0, scale.width, height);
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, 0, 0, road.cells, shown, scale.left, 0, scale.width, height);
  drawTimes(context, scale, height, shown);
}

function drawTimes(context, scale, height, shown) {
  context.font = `10.5px ${FONT}`;
  context.fillStyle = color('quiet');
  context.textBaseline = 'middle';
  const rows = store.rows.slice().reverse();
  context.fillText('now', 8, 8);
  for (const share of [0.33, 0.66, 0.97]) {
    const row = rows[Math.floor(share * shown)];
    if (!row) continue;
    const seconds = (rows[0].at - row.at) / 1000;
    const ago = scale.left < 60 ? `${Math.round(seconds / 60)}′` : duration(seconds);
    context.fillText(`−${ago}`, 8, Math.max(20, share * height));
  }
  if (rows.length < 8) context.fillText('fills as time passes', scale.left + 10, height / 2);
}
