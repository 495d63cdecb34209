// Cameras, incidents and weather on the map.

import { isOnScreen, lines, onLine, trace } from './carriageways.js';
import { roundBox } from './ground.js';
import { around } from './labels.js';
import { road } from './road.js';
import { selection } from './selection.js';
import { store } from './store.js';
import { color, speedColor } from './theme.js';
import { viewport } from './viewport.js';
import { skySign } from './weather.js';

const FONT = 'system-ui, "Segoe UI", "DejaVu Sans", sans-serif';

// From so many incidents on, they would cover the road from afar.
const CROWD = 40;

/** Colours each kilometre of both carriageways by the speed of its traffic. */
export function drawSpeeds(context) {
  if (!store.speeds) return;
  context.lineJoin = 'round';
  context.lineCap = 'butt';
  context.lineWidth = lines.width;
  const cells = store.speeds.cells;
  for (const northbound of [true, false]) {
    let from = 0;
    for (let cell = 1; cell <= cells; cell++) {
      const first = northbound ? 0 : cells;
      const before = speedColor(store.speeds.percent[first + cell - 1]);
      if (cell < cells && speedColor(store.speeds.percent[first + cell]) === before) continue;
      context.beginPath();
      trace(context, northbound, from * 1000, Math.min(cell * 1000 + 30, road.lengthMetres));
      context.strokeStyle = before;
      context.stroke();
      from = cell;
    }
  }
}

/** A blue glow where it rains or snows. */
export function drawWetRoad(context) {
  const stations = [...store.stations.values()].sort((one, other) => one.km - other.km);
  context.lineCap = 'round';
  stations.forEach((station, i) => {
    if (station.precipitation < 0.1) return;
    const from = i === 0 ? 0 : (stations[i - 1].km + station.km) / 2;
    const to = i === stations.length - 1 ? road.lengthMetres / 1000 : (station.km + stations[i + 1].km) / 2;
    context.beginPath();
    trace(context, true, from * 1000, to * 1000);
    context.lineWidth = lines.width * 2 + 26;
    context.strokeStyle = color('rain');
    context.globalAlpha = Math.min(0.3, 0.1 + station.precipitation / 40);
    context.stroke();
    context.globalAlpha = 1;
  });
}

export function drawCameras(context) {
  for (const camera of store.cameras.values()) {
    const [x, y] = cameraPlace(camera);
    if (!isOnScreen(x, y)) continue;
    const chosen = selection.camera === camera.id;
    const size = chosen ? 6.5 : viewport.scale > 12 ? 5 : camera.congested ? 3.4 : 2;
    context.beginPath();
    context.moveTo(x, y - size);
    context.lineTo(x + size, y);
    context.lineTo(x, y + size);
    context.lineTo(x - size, y);
    context.closePath();
    context.fillStyle = camera.silent ? color('vehicle-silent') : chosen ? color('accent') : color('map-ground');
    context.fill();
    context.lineWidth = chosen ? 2 : 1.3;
    context.strokeStyle = color('accent');
    context.stroke();
  }
}

/** Beside its carriageway. */
export function cameraPlace(camera) {
  const northbound = camera.carriageway === 'northbound';
  const [x, y] = onLine(camera.km * 1000, northbound);
  const [otherX, otherY] = onLine(camera.km * 1000, !northbound);
  const apart = Math.hypot(x - otherX, y - otherY) || 1;
  const out = lines.width / 2 + 7;
  return [x + ((x - otherX) / apart) * out, y + ((y - otherY) / apart) * out];
}

export function incidentPlace(incident) {
  return onLine(incident.km * 1000, incident.carriageway === 'northbound');
}

const incidentSize = () => (store.incidents.length > CROWD && viewport.scale < 12 ? 6 : 10.5);

/** No label covers the sign of an incident. */
export function keepIncidentsFree(board) {
  const size = incidentSize() + 2;
  for (const incident of store.incidents) {
    const [x, y] = incidentPlace(incident);
    if (isOnScreen(x, y)) board.block(x - size, y - size, 2 * size, 2 * size);
  }
}

export function drawIncidents(context, now) {
  const size = incidentSize();
  for (const incident of store.incidents) {
    const [x, y] = incidentPlace(incident);
    if (!isOnScreen(x, y)) continue;
    const resolved = incident.status === 'Resolved';
    const chosen = selection.incident === incident.id;
    if (!resolved && (chosen || incident.lanesClosed >= incident.lanes)) {
      context.beginPath();
      context.arc(x, y, 15 + 4 * Math.sin(now / 260), 0, 7);
      context.strokeStyle = color('bad');
      context.lineWidth = 2;
      context.stroke();
    }
    drawIncident(context, x, y, chosen ? 13 : size, resolved);
  }
}

/** A triangle while it lasts, then a disc with a tick: the shape says it too. */
export function drawIncident(context, x, y, size, resolved) {
  if (!resolved) {
    drawTriangle(context, x, y, size, color('bad'));
    return;
  }
  context.beginPath();
  context.arc(x, y, size * 0.75, 0, 7);
  context.fillStyle = color('good');
  context.strokeStyle = '#fff';
  context.lineWidth = 2;
  context.fill();
  context.stroke();
  context.beginPath();
  context.moveTo(x - size * 0.35, y);
  context.lineTo(x - size * 0.08, y + size * 0.3);
  context.lineTo(x + size * 0.4, y - size * 0.3);
  context.stroke();
}

function drawTriangle(context, x, y, size, fill) {
  context.beginPath();
  context.moveTo(x, y - size);
  context.lineTo(x + size, y + size * 0.8);
  context.lineTo(x - size, y + size * 0.8);
  context.closePath();
  context.lineJoin = 'round';
  context.lineWidth = 2;
  context.strokeStyle = '#fff';
  context.fillStyle = fill;
  context.fill();
  context.stroke();
  context.fillStyle = '#fff';
  context.fillRect(x - 1, y - size * 0.35, 2, size * 0.6);
  context.fillRect(x - 1, y + size * 0.4, 2, 2);
}

/** A disc with the temperature beside the road, and drops where it rains. */
export function drawWeather(context, board) {
  context.font = `600 10.5px ${FONT}`;
  context.textBaseline = 'middle';
  context.lineWidth = 1;
  for (const station of store.stations.values()) {
    const [x, y] = onLine(station.km * 1000, false);
    if (!isOnScreen(x, y)) continue;
    const text = `${skySign(station)} ${Math.round(station.temperature)}°`;
    const width = context.measureText(text).width + 14;
    const corner = board.place([...around(x, y, width, 20, 24), ...around(x, y, width, 20, 44)], width, 20);
    if (!corner) continue;
    const middle = [corner[0] + width / 2, corner[1] + 10];
    context.strokeStyle = color('map-label');
    context.globalAlpha = 0.5;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(...middle);
    context.stroke();
    context.globalAlpha = 1;
    const wet = station.precipitation >= 0.1;
    context.fillStyle = wet ? color('rain') : color('panel');
    roundBox(context, corner[0], corner[1], width, 20, 10);
    context.strokeStyle = wet ? color('rain') : color('line');
    context.stroke();
    context.fillStyle = wet ? '#fff' : color(station.silent ? 'quiet' : 'text');
    context.fillText(text, corner[0] + 7, middle[1] + 0.5);
  }
}
