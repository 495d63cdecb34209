// The vehicles on the map: dots from afar, shapes in their lanes from near.

import { isOnScreen, lines, onLine, widthOf } from './carriageways.js';
import { DRIVING, PARKED, SILENT, activityOf, classOf, isNorthbound } from './frames.js';
import { positions } from './motion.js';
import { project, road, sectionAt } from './road.js';
import { selection } from './selection.js';
import { color } from './theme.js';
import { toScreen, viewport } from './viewport.js';

const SHAPES_FROM = 40;
const LENGTH_KM = [0.0045, 0.0055, 0.0165, 0.012, 0.0022];
// From afar, as lengths of half a width.
const LEAST_LENGTH = [4.2, 4.8, 8, 7, 3];

/** Where a vehicle is on the screen. */
export function placeOf(slot) {
  const word = positions.words[slot];
  const northbound = isNorthbound(word);
  const [x, y] = onLine(positions.chainage[slot], northbound);
  const share = laneShare(slot, word);
  if (activityOf(word) === PARKED) return beside(slot, x, y, northbound);
  const i = Math.min(road.points - 1, Math.round(positions.chainage[slot] / road.stepMetres));
  const side = (northbound ? 1 : -1) * share * lines.width * 0.36;
  return [x + road.normals[2 * i] * side, y + road.normals[2 * i + 1] * side];
}

/** From -1, the lane next to the other carriageway, to 1, the lane of the slow. */
function laneShare(slot, word) {
  const kind = classOf(word);
  if (kind === 2 || kind === 3) return slot % 3 ? 1 : 0.1;
  return [1, 0.1, -0.8][(slot * 7) % 3];
}

function beside(slot, x, y, northbound) {
  const i = Math.min(road.points - 1, Math.round(positions.chainage[slot] / road.stepMetres));
  const out = (northbound ? 1 : -1) * (lines.width + 5 + (slot % 5) * 3);
  return [x + road.normals[2 * i] * out, y + road.normals[2 * i + 1] * out];
}

export function drawTraffic(context) {
  const near = viewport.scale >= SHAPES_FROM;
  const groups = [[], [], [], []];
  for (let slot = 0; slot < positions.slots; slot++) {
    const activity = activityOf(positions.words[slot]);
    if (activity === 0 || (activity === PARKED && !near)) continue;
    const [x, y] = placeOf(slot);
    if (!isOnScreen(x, y, 10)) continue;
    const kind = classOf(positions.words[slot]);
    const group = activity !== DRIVING ? (activity === SILENT ? 2 : 3) : kind === 2 || kind === 3 ? 1 : 0;
    groups[group].push(slot, x, y);
  }
  ['vehicle', 'vehicle-lorry', 'vehicle-silent', 'vehicle-silent'].forEach((name, group) => {
    context.fillStyle = color(name);
    context.globalAlpha = group === 3 ? 0.6 : 1;
    (near ? drawShapes : drawDots)(context, groups[group]);
  });
  context.globalAlpha = 1;
  drawChosen(context);
}

/**
 * From afar so small that the colours of the road are seen between them. Each whole pixel once: thousands of places
 * between pixels in one path take a renderer without a GPU most of a frame.
 */
function drawDots(context, group) {
  const size = viewport.scale > 12 ? 3 : positions.slots > 4000 ? 1 : 2;
  const drawn = new Set();
  for (let i = 0; i < group.length; i += 3) {
    const [left, top] = [Math.round(group[i + 1] - size / 2), Math.round(group[i + 2] - size / 2)];
    const pixel = left + top * 65_536;
    if (drawn.has(pixel)) continue;
    drawn.add(pixel);
    context.fillRect(left, top, size, size);
  }
}

function drawShapes(context, group) {
  context.beginPath();
  for (let i = 0; i < group.length; i += 3) {
    const slot = group[i];
    const at = Math.min(road.points - 1, Math.round(positions.chainage[slot] / road.stepMetres));
    const nx = road.normals[2 * at];
    const ny = road.normals[2 * at + 1];
    const lanes = sectionAt(positions.chainage[slot]).lanes;
    const half = Math.max(1.6, widthOf(lanes) / lanes / 3.2);
    const kind = classOf(positions.words[slot]);
    const length = Math.max(half * LEAST_LENGTH[kind], LENGTH_KM[kind] * viewport.scale * 1.6) / 2;
    const [x, y] = [group[i + 1], group[i + 2]];
    // Along the road is the normal turned by a quarter.
    const [ax, ay] = [-ny * length, nx * length];
    const [bx, by] = [nx * half, ny * half];
    context.moveTo(x - ax - bx, y - ay - by);
    context.lineTo(x + ax - bx, y + ay - by);
    context.lineTo(x + ax + bx, y + ay + by);
    context.lineTo(x - ax + bx, y - ay + by);
    context.closePath();
  }
  context.fill();
}

/** A ring around the chosen vehicle; its GPS fixes with the radius of their error. */
function drawChosen(context) {
  if (selection.slot === null || selection.slot >= positions.slots) return;
  const fixes = selection.vehicle?.trace ?? [];
  context.strokeStyle = color('accent');
  context.fillStyle = color('accent');
  context.lineWidth = 1.5;
  context.beginPath();
  fixes.forEach(([, latitude, longitude], i) => {
    const [x, y] = toScreen(...project(longitude, latitude));
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.stroke();
  context.globalAlpha = 0.14;
  for (const [, latitude, longitude, accuracy] of fixes.slice(-30)) {
    const [x, y] = toScreen(...project(longitude, latitude));
    context.beginPath();
    context.arc(x, y, Math.max(1.5, (accuracy / 1000) * viewport.scale), 0, 7);
    context.fill();
  }
  context.globalAlpha = 1;
  const [x, y] = placeOf(selection.slot);
  context.beginPath();
  context.arc(x, y, 9, 0, 7);
  context.lineWidth = 2.5;
  context.stroke();
}
