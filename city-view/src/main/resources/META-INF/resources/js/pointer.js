// Mouse, touch and keyboard on the map.

import { canAct, openIncident } from './actions.js';
import { onLine } from './carriageways.js';
import { $ } from './dom.js';
import { activityOf } from './frames.js';
import { positions } from './motion.js';
import { nearest, road } from './road.js';
import { select, selection } from './selection.js';
import { cameraPlace, incidentPlace } from './signs.js';
import { store } from './store.js';
import { placeOf } from './traffic.js';
import { fit, pan, toMap, viewport, zoomAt } from './viewport.js';

const CLICK_PIXELS = 5;
// So long a click on the road may be the first of two, which zoom [ms].
const DOUBLE_MILLIS = 280;
const NEAR = 12;
const VEHICLES_FROM = 14;
const pointers = new Map();
let moved = 0;
let waiting = 0;

export function startPointer() {
  const map = $('map');
  map.addEventListener('pointerdown', (event) => {
    map.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, [event.offsetX, event.offsetY]);
    moved = 0;
  });
  map.addEventListener('pointermove', (event) => (pointers.has(event.pointerId) ? drag(map, event) : hover(map, event)));
  map.addEventListener('pointerup', (event) => {
    const single = pointers.size === 1;
    pointers.delete(event.pointerId);
    map.classList.remove('dragging');
    if (single && moved < CLICK_PIXELS) click(event.offsetX, event.offsetY);
  });
  map.addEventListener('pointercancel', (event) => pointers.delete(event.pointerId));
  map.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoomAt(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
  }, { passive: false });
  map.addEventListener('dblclick', (event) => {
    clearTimeout(waiting);
    zoomAt(2.5, event.offsetX, event.offsetY);
  });
  map.addEventListener('keydown', key);
  $('zoom-in').addEventListener('click', () => zoomAt(1.8, viewport.width / 2, viewport.height / 2));
  $('zoom-out').addEventListener('click', () => zoomAt(1 / 1.8, viewport.width / 2, viewport.height / 2));
  $('zoom-fit').addEventListener('click', fit);
}

function drag(map, event) {
  const [x, y] = pointers.get(event.pointerId);
  if (pointers.size === 1) {
    moved += Math.hypot(event.offsetX - x, event.offsetY - y);
    if (moved >= CLICK_PIXELS) {
      map.classList.add('dragging');
      selection.follow = false;
      pan(event.offsetX - x, event.offsetY - y);
    }
  } else {
    pinch(event);
  }
  pointers.set(event.pointerId, [event.offsetX, event.offsetY]);
}

function pinch(event) {
  const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
  const [x, y] = pointers.get(event.pointerId);
  const before = Math.hypot(x - other[0], y - other[1]) || 1;
  const after = Math.hypot(event.offsetX - other[0], event.offsetY - other[1]) || 1;
  moved = CLICK_PIXELS;
  zoomAt(after / before, (event.offsetX + other[0]) / 2, (event.offsetY + other[1]) / 2);
}

function hover(map, event) {
  if (road) map.classList.toggle('pointing', pick(event.offsetX, event.offsetY) !== null);
}

/** What is at a place of the screen: an incident, a camera, a vehicle or the road itself. */
function pick(x, y) {
  const near = (place) => Math.hypot(place[0] - x, place[1] - y);
  const incident = store.incidents.find((candidate) => near(incidentPlace(candidate)) <= NEAR);
  if (incident) return { incident };
  const camera = [...store.cameras.values()].find((candidate) => near(cameraPlace(candidate)) <= 7);
  if (camera) return { camera };
  const slot = viewport.scale >= VEHICLES_FROM ? pickVehicle(near, 9) : null;
  if (slot !== null) return { slot };
  if (!canAct()) return null;
  const place = nearest(...toMap(x, y));
  return place.km * viewport.scale <= NEAR + 4 ? { place: withCarriageway(place, x, y) } : null;
}

/** The carriageway whose line is nearer. */
function withCarriageway(place, x, y) {
  const distance = (northbound) => {
    const [lineX, lineY] = onLine(place.metres, northbound);
    return Math.hypot(lineX - x, lineY - y);
  };
  return { ...place, northbound: distance(true) <= distance(false) };
}

function pickVehicle(near, within) {
  let best = within;
  let found = null;
  for (let slot = 0; slot < positions.slots; slot++) {
    if (activityOf(positions.words[slot]) === 0) continue;
    const distance = near(placeOf(slot));
    if (distance < best) {
      best = distance;
      found = slot;
    }
  }
  return found;
}

function click(x, y) {
  const picked = pick(x, y);
  if (!picked) return;
  if (picked.incident) {
    select('incident', picked.incident.id);
    $('incidents').querySelector('.chosen')?.scrollIntoView({ block: 'nearest' });
  } else if (picked.camera) chooseCamera(picked.camera.id);
  else if (picked.slot !== undefined) select('slot', picked.slot);
  else {
    clearTimeout(waiting);
    waiting = setTimeout(() => openIncident(picked.place.metres / 1000, picked.place.northbound), DOUBLE_MILLIS);
  }
}

/** The vehicle nearest to the centre of the map. */
function chooseVehicle() {
  const slot = pickVehicle(([x, y]) => Math.hypot(x - viewport.width / 2, y - viewport.height / 2), Infinity);
  if (slot !== null) select('slot', slot);
}

function chooseCamera(id) {
  selection.byHand = true;
  select('camera', id);
}

function key(event) {
  const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  if (moves[event.key]) pan(...moves[event.key]);
  else if (event.key === '+' || event.key === '=') zoomAt(1.5, viewport.width / 2, viewport.height / 2);
  else if (event.key === '-') zoomAt(1 / 1.5, viewport.width / 2, viewport.height / 2);
  else if (event.key === '0') fit();
  else if (event.key === 'v') chooseVehicle();
  else if (event.key === 'Enter') {
    const place = nearest(viewport.x, viewport.y);
    openIncident(place.metres / 1000, place.northbound);
  } else return;
  event.preventDefault();
}
