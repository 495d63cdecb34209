// Receives the server-sent events and puts them into the store.

import { decodeSpeeds, decodeVehicles } from './frames.js';
import { addFrame } from './motion.js';
import { changed, store } from './store.js';

const ROWS = 180;

const receivers = {
  clock: (data) => { store.clock = JSON.parse(data); },
  vehicles: (data) => addFrame(decodeVehicles(data)),
  speeds: (data) => { store.speeds = decodeSpeeds(data); },
  row: (data) => addRow(decodeSpeeds(data)),
  incidents: (data) => { store.incidents = JSON.parse(data); },
  camera: (data) => put(store.cameras, JSON.parse(data)),
  station: (data) => put(store.stations, JSON.parse(data)),
  faults: (data) => { store.faults = JSON.parse(data); },
  commands: (data) => { store.commands = JSON.parse(data); },
  lake: (data) => { store.lake = JSON.parse(data); },
};

function put(map, item) {
  map.set(item.id, item);
}

export function addRow(row) {
  const last = store.rows.at(-1);
  if (last && row.at <= last.at) return;
  store.rows.push(row);
  if (store.rows.length > ROWS) store.rows.shift();
}

/** Connects; a browser connects again by itself, unless the server has refused. */
export function connect() {
  const source = new EventSource('/events');
  for (const [name, receive] of Object.entries(receivers)) {
    source.addEventListener(name, (event) => {
      store.receivedAt = performance.now();
      receive(event.data);
      changed(name);
    });
  }
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 2000);
  });
}
