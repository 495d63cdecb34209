// The road by kilometre, both directions. A click raises an incident, a drag marks a part for the weather.

import { canAct, openIncident, openWeather } from './actions.js';
import { $, fitCanvas } from './dom.js';
import { LabelBoard } from './labels.js';
import { nameOf, road, signOf } from './road.js';
import { selection } from './selection.js';
import { drawIncident } from './signs.js';
import { on, store } from './store.js';
import { color, onTheme, speedColor, words } from './theme.js';

const FONT = 'system-ui, "Segoe UI", "DejaVu Sans", sans-serif';
const BARS = { top: 34, height: 22, gap: 5 };
export const cursor = { km: null, northbound: true, from: null };
let dragged = null;

/** Left edge and width of the kilometres in a canvas; the diagram has the same. */
export function kilometreScale(width) {
  const left = width < 560 ? 40 : 112;
  return { left, width: width - left - 14, at: (km) => left + (km / (road.lengthMetres / 1000)) * (width - left - 14) };
}

const kmAt = (x, width) => {
  const scale = kilometreScale(width);
  return Math.max(0, Math.min(road.lengthMetres / 1000, ((x - scale.left) / scale.width) * (road.lengthMetres / 1000)));
};
const barTop = (northbound) => BARS.top + (northbound ? 0 : BARS.height + BARS.gap);

export function startStrip() {
  for (const part of ['speeds', 'incidents', 'camera', 'station', 'selection']) on(part, drawStrip);
  onTheme(drawStrip);
  new ResizeObserver(drawStrip).observe($('strip'));
  const strip = $('strip');
  strip.addEventListener('pointerdown', (event) => {
    strip.setPointerCapture(event.pointerId);
    dragged = kmAt(event.offsetX, strip.clientWidth);
    point(event);
  });
  strip.addEventListener('pointermove', point);
  strip.addEventListener('pointerup', release);
  strip.addEventListener('pointerleave', () => { if (dragged === null && document.activeElement !== strip) { cursor.km = null; drawStrip(); } });
  strip.addEventListener('keydown', key);
  strip.addEventListener('focus', () => { cursor.km ??= road ? road.lengthMetres / 2000 : null; drawStrip(); });
}

function point(event) {
  if (!road) return;
  cursor.km = kmAt(event.offsetX, $('strip').clientWidth);
  cursor.northbound = event.offsetY < BARS.top + BARS.height + BARS.gap / 2;
  cursor.from = canAct() && dragged !== null && Math.abs(cursor.km - dragged) > 1.5 ? dragged : null;
  drawStrip();
}

function release() {
  if (dragged === null || !road) return;
  const from = cursor.from;
  dragged = null;
  cursor.from = null;
  act(from);
}

function act(from) {
  if (from !== null) openWeather(Math.min(from, cursor.km), Math.max(from, cursor.km));
  else openIncident(cursor.km, cursor.northbound);
  drawStrip();
}

function key(event) {
  if (!road) return;
  cursor.km ??= road.lengthMetres / 2000;
  const step = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10 }[event.key];
  if (step) {
    if (event.shiftKey && canAct()) cursor.from ??= cursor.km;
    else cursor.from = null;
    cursor.km = Math.max(0, Math.min(road.lengthMetres / 1000, Math.round(cursor.km * 2) / 2 + step));
  } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') cursor.northbound = event.key === 'ArrowUp';
  else if (event.key === 'Enter') {
    const from = cursor.from;
    cursor.from = null;
    act(from);
  } else return;
  event.preventDefault();
  drawStrip();
}

export function drawStrip() {
  if (!road || !$('strip').clientWidth) return;
  const { context, width, height } = fitCanvas($('strip'));
  const scale = kilometreScale(width);
  context.clearRect(0, 0, width, height);
  context.font = `11px ${FONT}`;
  context.textBaseline = 'middle';
  context.fillStyle = color('quiet');
  if (scale.left > 60) {
    context.fillText('to Birmingham →', 8, barTop(true) + BARS.height / 2);
    context.fillText('← to London', 8, barTop(false) + BARS.height / 2);
  } else {
    context.fillText('B →', 8, barTop(true) + BARS.height / 2);
    context.fillText('← L', 8, barTop(false) + BARS.height / 2);
  }
  drawBars(context, scale);
  drawJunctions(context, scale, width);
  drawAxis(context, scale, height);
  drawSigns(context, scale);
  drawCursor(context, scale, width);
}

function drawBars(context, scale) {
  const cells = road.cells;
  const each = 1000 / road.lengthMetres * scale.width;
  for (const northbound of [true, false]) {
    for (let cell = 0; cell < cells; cell++) {
      const percent = store.speeds ? store.speeds.percent[(northbound ? 0 : cells) + cell] : undefined;
      context.fillStyle = speedColor(percent);
      const x = scale.left + cell * each;
      const end = Math.min(scale.left + scale.width, x + each);
      context.fillRect(x, barTop(northbound), Math.max(0.5, end - x - (each > 4 ? 0.6 : 0)), BARS.height);
    }
  }
  for (const station of store.stations.values()) {
    if (station.precipitation < 0.1) continue;
    context.fillStyle = color('rain');
    context.fillRect(scale.at(station.km) - 9, barTop(true) - 4, 18, 2.5);
  }
}

function drawJunctions(context, scale, width) {
  const board = new LabelBoard(width, 200);
  context.font = `600 10.5px ${FONT}`;
  const numbered = road.junctions.filter((junction) => /^J\d/.test(junction.name) && junction.road !== 'M42' && junction.road !== 'M6');
  const others = road.junctions.filter((junction) => !numbered.includes(junction) && /^(J\d|Marylebone|Hanger|Birmingham|M42 J7)/.test(junction.name));
  for (const junction of [...numbered, ...others]) {
    const x = scale.at(junction.at / 1000);
    const sign = signOf(junction).replace(/ .*/, '');
    const text = /^J/.test(sign) && junction.road !== 'M40' ? `${junction.road} ${sign}` : sign;
    const size = context.measureText(text).width;
    const corner = board.place([[x - size / 2, 6], [x + 3, 6], [x - size - 3, 6]], size, 12);
    context.fillStyle = color('line');
    context.fillRect(x - 0.5, corner ? 20 : 26, 1, corner ? 10 : 4);
    if (!corner) continue;
    context.fillStyle = color('quiet');
    context.fillText(text, corner[0], 12);
  }
}

function drawAxis(context, scale, height) {
  context.font = `10px ${FONT}`;
  context.fillStyle = color('quiet');
  context.textAlign = 'center';
  const step = scale.width < 420 ? 50 : 20;
  for (let km = 0; km * 1000 <= road.lengthMetres; km += step) context.fillText(km === 0 ? 'km 0' : String(km), scale.at(km), height - 8);
  context.textAlign = 'left';
}

function drawSigns(context, scale) {
  for (const camera of store.cameras.values()) {
    const chosen = camera.id === selection.camera;
    const y = camera.carriageway === 'northbound' ? barTop(true) + BARS.height - 3 : barTop(false) + BARS.height - 3;
    context.fillStyle = chosen ? color('text') : '#0006';
    const size = chosen ? 4 : 2;
    context.fillRect(scale.at(camera.km) - size / 2, y - (chosen ? 3 : 0), size, chosen ? 8 : 3);
  }
  for (const incident of store.incidents) {
    const y = barTop(incident.carriageway === 'northbound') + 6;
    drawIncident(context, scale.at(incident.km), y, 7.5, incident.status === 'Resolved');
  }
}

function drawCursor(context, scale, width) {
  if (cursor.km === null) return;
  const x = scale.at(cursor.km);
  if (cursor.from !== null) {
    const [from, to] = [cursor.from, cursor.km].sort((one, other) => one - other);
    context.fillStyle = color('rain');
    context.globalAlpha = 0.35;
    context.fillRect(scale.at(from), BARS.top - 4, scale.at(to) - scale.at(from), 2 * BARS.height + BARS.gap + 8);
    context.globalAlpha = 1;
  }
  context.fillStyle = color('text');
  context.fillRect(x - 0.5, BARS.top - 6, 1.5, 2 * BARS.height + BARS.gap + 12);
  context.strokeStyle = color('text');
  context.lineWidth = 1.5;
  context.strokeRect(x - 5, barTop(cursor.northbound) - 1, 10, BARS.height + 2);
  const text = cursor.from !== null ? `km ${Math.min(cursor.from, cursor.km).toFixed(0)} to ${Math.max(cursor.from, cursor.km).toFixed(0)}: weather` : describe();
  context.font = `600 11px ${FONT}`;
  const size = context.measureText(text).width + 12;
  const left = Math.max(4, Math.min(width - size - 4, x - size / 2));
  context.fillStyle = color('raised');
  context.fillRect(left, 1, size, 20);
  context.fillStyle = color('text');
  context.fillText(text, left + 6, 11.5);
  $('strip').setAttribute('aria-description', text);
}

function describe() {
  const cell = Math.min(road.cells - 1, Math.floor(cursor.km));
  const percent = store.speeds?.percent[(cursor.northbound ? 0 : road.cells) + cell];
  const traffic = percent === undefined || percent === 255 ? 'nothing known' : `${Math.round((percent * road.limits[cell]) / 100)} km/h, ${words(percent)}`;
  return `${nameOf(cursor.km, cursor.northbound)}: ${traffic}`;
}

