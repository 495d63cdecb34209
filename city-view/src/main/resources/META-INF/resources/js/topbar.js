// The clock and the figures at the top, and the speed of time.

import { change } from './change.js';
import { $, setText } from './dom.js';
import { count, dateOf, timeOfDay } from './format.js';
import { changed, on, store } from './store.js';

export function startTopbar() {
  on('clock', showClock);
  on('lake', () => setText($('fig-waiting'), store.lake?.reachable ? count(store.lake.waiting) : '–'));
  setInterval(tick, 200);
  $('pause').addEventListener('click', () => setRunning(store.clock?.factor === 0));
  for (const button of document.querySelectorAll('[data-factor]')) {
    button.addEventListener('click', () => setFactor(Number(button.dataset.factor)));
  }
}

function setRunning(running) {
  return change('PUT', '/simulator/running', { running }, running ? 'Simulated time continues' : 'Simulated time is paused');
}

async function setFactor(factor) {
  const paused = store.clock?.factor === 0;
  const set = await change('PUT', '/simulator/factor', { factor }, `Simulated time runs ${factor}×`);
  if (set && paused) await setRunning(true);
}

/** The clock continues between two messages. */
function tick() {
  const { clock } = store;
  if (!clock) return;
  const since = Math.min(2000, performance.now() - store.receivedAt);
  setText($('clock-time'), timeOfDay(clock.now + since * clock.factor));
}

/** A screen that only shows has no controls, and no words about them. */
function showReadOnly(readOnly) {
  if (document.body.classList.contains('read-only') === readOnly) return;
  document.body.classList.toggle('read-only', readOnly);
  if (readOnly) {
    $('map').setAttribute('aria-label', $('map').getAttribute('aria-label').replace('Enter acts at its centre, V chooses the vehicle nearest to it', 'V chooses the vehicle nearest to its centre'));
    $('strip').setAttribute('aria-label', 'The road by kilometre. Left and right move the cursor, up and down change the carriageway.');
  }
  changed('commands');
}

function showClock() {
  const { clock } = store;
  const paused = clock.factor === 0;
  showReadOnly(clock.readOnly);
  $('clock').classList.toggle('paused', paused);
  setText($('clock-date'), `${dateOf(clock.now)} · ${paused ? 'paused' : `${clock.factor}×`} · seed ${clock.seed}`);
  setText($('fig-moving'), count(clock.moving));
  setText($('fig-speed'), count(clock.meanSpeed));
  setText($('fig-queue'), count(clock.queueKm));
  const behind = clock.factor > 0 ? clock.behindSeconds / Math.max(1, clock.factor) : 0;
  setText($('fig-behind'), behind < 100 ? behind.toFixed(0) : count(behind));
  $('fig-behind').className = behind > 30 ? 'bad' : behind > 5 ? 'warn' : '';
  $('pause').setAttribute('aria-pressed', String(paused));
  $('pause').setAttribute('aria-label', paused ? 'Resume' : 'Pause');
  setText($('pause-sign'), paused ? '▶' : '❚❚');
  setText($('pause-text'), paused ? 'Resume' : 'Pause');
  for (const button of document.querySelectorAll('[data-factor]')) {
    button.setAttribute('aria-pressed', String(Number(button.dataset.factor) === clock.factor));
  }
}
