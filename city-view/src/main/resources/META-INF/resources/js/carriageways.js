// The two carriageways as lines on the screen, for the present viewport.

import { road, sectionAt } from './road.js';
import { toScreen, viewport } from './viewport.js';

const LANE_KM = 0.00365;

let version = -1;
export const lines = { north: null, south: null, width: 4 };

/** Width of a carriageway on the screen [pixels]: as wide as it is, but seen from afar as a line. */
export const widthOf = (lanes) => Math.max(4.4, Math.min(9, viewport.scale * 0.12), lanes * LANE_KM * viewport.scale * 2.2);

export function updateLines() {
  if (version === viewport.version) return;
  version = viewport.version;
  lines.width = widthOf(3);
  lines.north = offsetLine(1);
  lines.south = offsetLine(-1);
}

function offsetLine(side) {
  const points = new Float32Array(2 * road.points);
  for (let i = 0; i < road.points; i++) {
    const [x, y] = toScreen(road.x[i], road.y[i]);
    const width = widthOf(sectionAtPoint(i));
    const offset = side * (width / 2 + Math.max(0.8, width * 0.09));
    points[2 * i] = x + road.normals[2 * i] * offset;
    points[2 * i + 1] = y + road.normals[2 * i + 1] * offset;
  }
  return points;
}

let laneCounts = null;
function sectionAtPoint(i) {
  if (!laneCounts) {
    laneCounts = new Uint8Array(road.points);
    for (let p = 0; p < road.points; p++) laneCounts[p] = sectionAt(p * road.stepMetres).lanes;
  }
  return laneCounts[i];
}

/** The point of a carriageway at a chainage [m]. */
export function onLine(metres, northbound) {
  const line = northbound ? lines.north : lines.south;
  const at = Math.max(0, Math.min(road.points - 1.001, metres / road.stepMetres));
  const i = Math.floor(at);
  const share = at - i;
  return [line[2 * i] + (line[2 * i + 2] - line[2 * i]) * share, line[2 * i + 1] + (line[2 * i + 3] - line[2 * i + 1]) * share];
}

/** Adds a part of a carriageway to the path of a context. */
export function trace(context, northbound, fromMetres, toMetres) {
  const line = northbound ? lines.north : lines.south;
  const first = Math.ceil(fromMetres / road.stepMetres);
  const last = Math.min(road.points - 1, Math.floor(toMetres / road.stepMetres));
  context.moveTo(...onLine(fromMetres, northbound));
  for (let i = first; i <= last; i++) context.lineTo(line[2 * i], line[2 * i + 1]);
  context.lineTo(...onLine(Math.min(toMetres, road.lengthMetres), northbound));
}

export const isOnScreen = (x, y, margin = 20) =>
  x > -margin && y > -margin && x < viewport.width + margin && y < viewport.height + margin;
