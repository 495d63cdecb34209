// The chosen vehicle: its last record and its GPS fixes, asked for once a second while it is chosen.

import { $, el, setText } from './dom.js';
import { count, oneDigit, timeOfDay } from './format.js';
import { positions } from './motion.js';
import { placeAt } from './road.js';
import { select, selection } from './selection.js';
import { on } from './store.js';
import { centre, viewport } from './viewport.js';

const NEAR_SCALE = 120;
let asking = false;

export function startVehicles() {
  on('selection', show);
  setInterval(ask, 1000);
  $('vehicle-close').addEventListener('click', close);
  $('vehicle-follow').addEventListener('click', () => {
    selection.follow = !selection.follow;
    if (selection.follow && selection.slot < positions.slots) {
      const [x, y] = placeAt(positions.chainage[selection.slot]);
      centre(x, y, Math.max(viewport.scale, NEAR_SCALE));
    }
    show();
  });
  addEventListener('keydown', (event) => { if (event.key === 'Escape' && selection.slot !== null) close(); });
}

function close() {
  selection.follow = false;
  selection.vehicle = null;
  select('slot', null);
}

function show() {
  $('vehicle-card').hidden = selection.slot === null;
  $('vehicle-follow').setAttribute('aria-pressed', String(selection.follow));
  if (selection.slot !== null && !selection.vehicle) ask();
}

async function ask() {
  const { slot } = selection;
  if (slot === null || asking) return;
  asking = true;
  const answer = await fetch(`/vehicles/${slot}`).catch(() => null);
  const vehicle = answer?.ok ? await answer.json().catch(() => null) : null;
  asking = false;
  if (selection.slot !== slot || !answer) return;
  const before = selection.vehicle?.record.deviceId;
  if (answer.status === 404 || (vehicle && before && vehicle.record.deviceId !== before)) {
    await find(before);
  } else if (vehicle) {
    selection.vehicle = vehicle;
    showRecord(vehicle);
  }
}

/** A slot has another vehicle when its own has gone, and all have others after a restart of the service. */
async function find(deviceId) {
  const answer = deviceId ? await fetch(`/vehicles/by-id/${encodeURIComponent(deviceId)}`).catch(() => null) : null;
  if (answer?.ok) select('slot', (await answer.json()).slot);
  else close();
}

function showRecord({ record, trace }) {
  const fix = trace.at(-1);
  const facts = [
    ['is a', `${record.vehicleType}: ${record.make} ${record.model}, ${record.year}`],
    ['speed', `${oneDigit(record.speed)} km/h ${record.direction}`],
    ['road', record.road],
    ['fuel', `${record.fuelType}, ${Math.round(record.energyLevel * 100)} %`],
    ['odometer', `${count(record.odometer)} km`],
    ['reported', timeOfDay(Date.parse(record.timestamp))],
    ['GPS', fix ? `± ${fix[3].toFixed(1)} m, ${trace.length} fixes` : 'no fix yet'],
  ];
  setText($('vehicle-title'), record.deviceId);
  $('vehicle-facts').replaceChildren(...facts.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}
