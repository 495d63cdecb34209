// The chosen camera: its picture, its figures and those of its last reports. Unless one is chosen, the slowest.

import { $, fitCanvas, setText } from './dom.js';
import { count, duration, oneDigit } from './format.js';
import { road } from './road.js';
import { select, selection } from './selection.js';
import { on, store } from './store.js';
import { color, onTheme, speedColor } from './theme.js';

const SLOWEST_MILLIS = 15_000;
let history = [];
let shownPicture = null;
let chosenAt = -SLOWEST_MILLIS;
let chosenFrom = 0;

export function startCameras() {
  on('camera', show);
  on('selection', show);
  onTheme(drawHistory);
  new ResizeObserver(drawHistory).observe($('camera-history'));
  $('camera-slowest').addEventListener('click', () => {
    selection.byHand = false;
    chosenAt = -SLOWEST_MILLIS;
    show();
  });
  $('camera-previous').addEventListener('click', () => step(-1));
  $('camera-next').addEventListener('click', () => step(1));
}

function sorted() {
  return [...store.cameras.values()].sort((one, other) => one.km - other.km || one.id.localeCompare(other.id));
}

function step(by) {
  const all = sorted();
  if (!all.length) return;
  const at = all.findIndex((camera) => camera.id === selection.camera);
  selection.byHand = true;
  select('camera', all[(at + by + all.length) % all.length].id);
}

/** The camera whose traffic is slowest by its limit. */
function slowest() {
  const ratio = (camera) => camera.speed / (road?.limits[Math.min(road.cells - 1, Math.floor(camera.km))] ?? 112);
  return sorted().filter((camera) => !camera.silent).reduce((best, camera) => (!best || ratio(camera) < ratio(best) ? camera : best), null);
}

function show() {
  const now = performance.now();
  if (!selection.byHand && (now - chosenAt > SLOWEST_MILLIS || chosenFrom !== store.cameras.size)) {
    chosenAt = now;
    chosenFrom = store.cameras.size;
    const camera = slowest();
    if (camera && camera.id !== selection.camera) {
      select('camera', camera.id);
      return;
    }
  }
  $('camera-slowest').setAttribute('aria-pressed', String(!selection.byHand));
  const camera = store.cameras.get(selection.camera);
  if (camera) showCamera(camera);
}

async function showCamera(camera) {
  setText($('camera-title'), `Camera ${camera.id}`);
  const silent = camera.silent ? ' · silent' : '';
  setText($('camera-figures'), `${camera.carriageway} · ${count(camera.speed)} km/h · ${count(camera.intensity)} veh/h · ${oneDigit(camera.density)} veh/km${camera.congested ? ' ·\u00a0queue' : ''}${silent}`);
  if (shownPicture === camera.picture) return;
  shownPicture = camera.picture;
  const picture = $('camera-picture');
  picture.src = `/cameras/${encodeURIComponent(camera.id)}.png?of=${camera.picture}`;
  picture.alt = `Picture of camera ${camera.id}, ${camera.carriageway}: ${count(camera.speed)} km/h`;
  picture.hidden = false;
  const answer = await fetch(`/cameras/${encodeURIComponent(camera.id)}`).catch(() => null);
  if (answer?.ok && shownPicture === camera.picture) {
    history = await answer.json();
    drawHistory();
  }
}

/** Bars of the flow, coloured by the speed, with a line of the speed. */
function drawHistory() {
  if (!$('camera-history').clientWidth) return;
  const { context, width, height } = fitCanvas($('camera-history'));
  context.clearRect(0, 0, width, height);
  const camera = store.cameras.get(selection.camera);
  if (!history.length || !camera) return;
  const limit = road?.limits[Math.min(road.cells - 1, Math.floor(camera.km))] ?? 112;
  const most = Math.max(...history.map(([, , flow]) => flow), 1);
  const each = width / 30;
  const first = width - history.length * each;
  const bottom = height - 14;
  history.forEach(([, speed, flow], i) => {
    const tall = Math.max(1.5, (flow / most) * (bottom - 2));
    context.fillStyle = speedColor((100 * speed) / limit);
    context.globalAlpha = 0.75;
    context.fillRect(first + i * each + 1, bottom - tall, each - 2, tall);
  });
  context.globalAlpha = 1;
  context.beginPath();
  history.forEach(([, speed], i) => context.lineTo(first + (i + 0.5) * each, bottom - Math.min(1.1, speed / limit) * (bottom - 6)));
  context.strokeStyle = color('text');
  context.lineWidth = 1.5;
  context.stroke();
  context.font = '10.5px system-ui, "DejaVu Sans", sans-serif';
  context.fillStyle = color('quiet');
  const text = `bars: flow, at most ${count(most)}/h · line: speed`;
  const time = duration((history.at(-1)[0] - history[0][0]) / 1000);
  $('camera-history').setAttribute('aria-label', `Speed and flow of the last ${time}`);
  const since = `${text} · ${time}`;
  context.fillText(context.measureText(since).width <= width ? since : text, 0, height - 2);
}
