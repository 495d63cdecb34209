// The map and the strip as tables, for people who do not see them. Rebuilt every few seconds, as nobody reads faster.

import { $, el } from './dom.js';
import { carriagewayOf, count } from './format.js';
import { road } from './road.js';
import { store } from './store.js';
import { step, words } from './theme.js';

const EVERY_MILLIS = 10_000;

export function startTables() {
  setTimeout(show, 2500);
  setInterval(show, EVERY_MILLIS);
}

function show() {
  if (!road || !store.speeds) return;
  $('table-road').tBodies[0].replaceChildren(...[true, false].flatMap(parts));
  const cameras = [...store.cameras.values()].sort((one, other) => one.km - other.km);
  $('table-cameras').tBodies[0].replaceChildren(...cameras.map((camera) => el('tr', {},
    ...[camera.id, String(camera.km), camera.carriageway, count(camera.speed), count(camera.intensity)].map((text) => el('td', {}, text)))));
}

/** Kilometres of like traffic together. */
function parts(northbound) {
  const rows = [];
  const first = northbound ? 0 : road.cells;
  let from = 0;
  for (let cell = 1; cell <= road.cells; cell++) {
    const before = store.speeds.percent[first + cell - 1];
    if (cell < road.cells && step(store.speeds.percent[first + cell]) === step(before)) continue;
    rows.push(el('tr', {}, ...[String(from), String(cell), carriagewayOf(northbound), words(before)].map((text) => el('td', {}, text))));
    from = cell;
  }
  return rows;
}
