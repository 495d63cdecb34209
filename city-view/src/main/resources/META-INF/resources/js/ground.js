// What lies under the traffic: graticule, towns, the wet parts, the casing of the road. Drawn again only when the map moves.

import { isOnScreen, lines, onLine, trace } from './carriageways.js';
import { $ } from './dom.js';
import { LabelBoard, around } from './labels.js';
import { TOWNS } from './places.js';
import { project, road, signOf, unproject } from './road.js';
import { color } from './theme.js';
import { toMap, toScreen, viewport } from './viewport.js';

const FONT = 'system-ui, "Segoe UI", "DejaVu Sans", sans-serif';

export function drawGround(context) {
  context.fillStyle = color('map-ground');
  context.fillRect(0, 0, viewport.width, viewport.height);
  drawGraticule(context);
  drawTowns(context);
  for (const northbound of [true, false]) {
    context.beginPath();
    trace(context, northbound, 0, road.lengthMetres);
    context.lineWidth = lines.width + 3;
    context.lineJoin = 'round';
    context.lineCap = 'round';
    context.strokeStyle = color('map-casing');
    context.stroke();
  }
}

/** Meridians and parallels that are seen, and how far apart they are [degrees]. */
function graticule() {
  const [west, north] = unproject(...toMap(0, 0));
  const [east, south] = unproject(...toMap(viewport.width, viewport.height));
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].find((size) => size * 70 * viewport.scale > 110) ?? 1;
  const between = (from, to) => Array.from({ length: Math.max(0, Math.ceil(to / step) - Math.ceil(from / step)) }, (_, i) => (Math.ceil(from / step) + i) * step);
  return {
    digits: step < 0.1 ? 2 : 1,
    meridians: between(west, east).map((degrees) => [degrees, toScreen(...project(degrees, 52))[0]]),
    parallels: between(south, north).map((degrees) => [degrees, toScreen(...project(0, degrees))[1]]),
  };
}

function drawGraticule(context) {
  const { meridians, parallels } = graticule();
  context.strokeStyle = color('map-grid');
  context.lineWidth = 1;
  context.beginPath();
  for (const [, x] of meridians) {
    context.moveTo(Math.round(x) + 0.5, 0);
    context.lineTo(Math.round(x) + 0.5, viewport.height);
  }
  for (const [, y] of parallels) {
    context.moveTo(0, Math.round(y) + 0.5);
    context.lineTo(viewport.width, Math.round(y) + 0.5);
  }
  context.stroke();
}

/** Degrees at the edge of the map, where nothing else is. */
export function drawDegrees(context, board) {
  const { digits, meridians, parallels } = graticule();
  context.font = `10px ${FONT}`;
  context.fillStyle = color('map-label');
  context.globalAlpha = 0.75;
  context.textBaseline = 'middle';
  const write = (text, x, y) => {
    const corner = board.place([[x, y]], context.measureText(text).width, 12);
    if (corner) context.fillText(text, corner[0], corner[1] + 6);
  };
  for (const [degrees, x] of meridians) write(`${Math.abs(degrees).toFixed(digits)}°${degrees <= 0 ? 'W' : 'E'}`, x + 4, 4);
  for (const [degrees, y] of parallels) write(`${degrees.toFixed(digits)}°N`, 5, y - 14);
  context.globalAlpha = 1;
}

function drawTowns(context) {
  context.fillStyle = color('map-town');
  for (const [, latitude, longitude, rank] of TOWNS) {
    const [x, y] = toScreen(...project(longitude, latitude));
    const radius = Math.min(90, [0, 1.1, 2.2, 4.5][rank] * Math.max(viewport.scale, 3.4));
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
    context.fill();
  }
}

/** A board on which the road, and what lies over the map, is kept free of labels. */
export function boardAlongRoad() {
  const board = new LabelBoard(viewport.width, viewport.height);
  const every = Math.max(1, Math.round(8 / (viewport.scale * road.stepMetres / 1000)));
  const half = lines.width + 4;
  for (let i = 0; i < road.points; i += every) {
    const [x, y] = toScreen(road.x[i], road.y[i]);
    if (x > -20 && y > -20 && x < viewport.width + 20 && y < viewport.height + 20) board.block(x - half, y - half, 2 * half, 2 * half);
  }
  for (const id of ['legend', 'act-controls', 'zoom']) {
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = $(id);
    if (offsetWidth > 0) board.block(offsetLeft - 4, offsetTop - 4, offsetWidth + 8, offsetHeight + 8);
  }
  return board;
}

/** Names of junctions and towns, as far as there is room. */
export function drawNames(context, board) {
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const town of TOWNS.filter((candidate) => candidate[3] === 3)) drawTown(context, board, town);
  context.font = `600 11px ${FONT}`;
  for (const junction of road.junctions) {
    const sign = signOf(junction);
    const numbered = /^J\d/.test(sign);
    if (!numbered && viewport.scale < 22) continue;
    const [x, y] = onLine(junction.at, junction.at % 2 < 1);
    const width = context.measureText(sign).width + 10;
    const corner = board.place(around(x, y, width, 16, lines.width * 2 + 5), width, 16);
    if (!corner) continue;
    context.fillStyle = numbered ? '#1d5fbf' : color('map-casing');
    roundBox(context, corner[0], corner[1], width, 16, 3);
    context.fillStyle = numbered ? '#fff' : color('map-label');
    context.fillText(sign, corner[0] + 5, corner[1] + 8.5);
  }
  for (const rank of [2, 1]) {
    if (rank === 1 && viewport.scale < 3) continue;
    for (const town of TOWNS.filter((candidate) => candidate[3] === rank)) drawTown(context, board, town);
  }
}

function drawTown(context, board, [name, latitude, longitude, rank]) {
  context.font = `${rank === 3 ? 700 : rank === 2 ? 600 : 400} ${[0, 11, 12, 14][rank]}px ${FONT}`;
  const [x, y] = toScreen(...project(longitude, latitude));
  const width = context.measureText(name).width;
  const height = rank === 3 ? 18 : 14;
  if (!isOnScreen(x, y, 0)) return;
  // At the edge of the map a name moves inwards.
  const inside = ([left, top]) => [Math.max(4, Math.min(viewport.width - width - 4, left)), top];
  const corners = [[x - width / 2, y - height / 2], ...around(x, y, width, height, 12), ...(rank === 3 ? around(x, y, width, height, 26) : [])];
  const corner = board.place(corners.map(inside), width, height);
  if (!corner) return;
  context.fillStyle = color('map-label');
  context.fillText(name, corner[0], corner[1] + height / 2);
}

export function roundBox(context, x, y, width, height, radius) {
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.fill();
}
