// Draws the map five to ten times a second; what does not move is kept as pictures.

import { updateLines } from './carriageways.js';
import { $, fitCanvas } from './dom.js';
import { boardAlongRoad, drawDegrees, drawGround, drawNames } from './ground.js';
import { advance, positions } from './motion.js';
import { placeAt, road } from './road.js';
import { selection } from './selection.js';
import { drawCameras, drawIncidents, drawSpeeds, drawWeather, drawWetRoad, keepIncidentsFree } from './signs.js';
import { on, store } from './store.js';
import { onTheme } from './theme.js';
import { drawTraffic } from './traffic.js';
import { centre, resize, viewport } from './viewport.js';

const FRAME_MILLIS = 100;
/** From afar, where a fast vehicle moves less than half a pixel between two frames. */
const FAR_FRAME_MILLIS = 200;
const FAR_METRES_A_PIXEL = 14;
const layers = { below: document.createElement('canvas'), above: document.createElement('canvas') };
let drawnVersion = -1;
let stale = true;
let lastFrame = 0;
/** What the last frames took [ms]: the benchmark reads it. */
export const frameTimes = [];

export function startMap() {
  for (const part of ['speeds', 'station', 'camera', 'incidents', 'selection']) on(part, () => { stale = true; });
  onTheme(() => { stale = true; });
  new ResizeObserver(() => { stale = true; lastFrame = 0; }).observe($('map'));
  requestAnimationFrame(frame);
}

function frame(now) {
  requestAnimationFrame(frame);
  if (now - lastFrame < frameMillis() - 8 || $('road').hidden || !road) return;
  lastFrame = now;
  const begun = performance.now();
  advance(now);
  draw(now);
  frameTimes.push(performance.now() - begun);
  if (frameTimes.length > 600) frameTimes.shift();
}

function frameMillis() {
  const metresAPixel = 1000 / viewport.scale / Math.max(1, store.clock?.factor ?? 1);
  return isCurrent() && metresAPixel > FAR_METRES_A_PIXEL ? FAR_FRAME_MILLIS : FRAME_MILLIS;
}

/** Whether the kept pictures are of what is to be seen. */
function isCurrent() {
  return drawnVersion === viewport.version && !stale;
}

function draw(now) {
  const canvas = $('map');
  const { context, width, height } = fitCanvas(canvas);
  if (width < 10 || height < 10) return;
  resize(width, height);
  follow();
  updateLines();
  if (!isCurrent()) {
    drawLayers(canvas);
    drawnVersion = viewport.version;
    stale = false;
  }
  context.drawImage(layers.below, 0, 0, width, height);
  drawTraffic(context);
  context.drawImage(layers.above, 0, 0, width, height);
  drawIncidents(context, now);
}

function drawLayers(canvas) {
  const below = prepare(layers.below, canvas);
  drawGround(below);
  drawWetRoad(below);
  drawSpeeds(below);
  const above = prepare(layers.above, canvas);
  const board = boardAlongRoad();
  keepIncidentsFree(board);
  drawCameras(above);
  drawNames(above, board);
  drawWeather(above, board);
  drawDegrees(above, board);
}

function prepare(layer, canvas) {
  layer.width = canvas.width;
  layer.height = canvas.height;
  const context = layer.getContext('2d');
  const ratio = canvas.width / canvas.clientWidth;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

function follow() {
  if (!selection.follow || selection.slot === null || selection.slot >= positions.slots) return;
  const [x, y] = placeAt(positions.chainage[selection.slot]);
  if (Math.hypot(x - viewport.x, y - viewport.y) * viewport.scale > 0.5) centre(x, y);
}
