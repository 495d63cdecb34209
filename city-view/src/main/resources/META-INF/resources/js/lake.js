// The lake: figures, partitions, objects as they land, dead letters.

import { change, toast } from './change.js';
import { $, el, setText } from './dom.js';
import { bytes, count, duration, oneDigit, timeOfDay } from './format.js';
import { addSample, showCharts, topicColor } from './lake-charts.js';
import { on, store } from './store.js';

const OBJECTS = 60;
// The topics of the city in the order in which people speak of them; others follow.
const ORDER = ['vehicle_data', 'gps_data', 'traffic_data', 'weather_data', 'emergency_data'];
const rank = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
const seen = new Set();
let fullMillis = 10_000;
let started = false;

export function startLake() {
  on('lake', () => { if (started) update(); });
  $('lake-flush').addEventListener('click', flush);
  $('lake-pause').addEventListener('click', () => change('POST', '/lake/pause', null, 'No sink reads further'));
  $('lake-resume').addEventListener('click', () => change('POST', '/lake/resume', null, 'All sinks read on'));
}

async function flush() {
  $('lake-flush').disabled = true;
  const answer = await change('POST', '/lake/flush', null, null);
  $('lake-flush').disabled = false;
  if (answer) toast(`${count(answer.landed)} records have landed`);
}

/** Called when the tab is opened: only then its past is asked for, and the charts are loaded. */
export async function openLake() {
  if (started) {
    showCharts();
    return;
  }
  const past = await (await fetch('/lake/history')).json();
  past.objects.forEach((object) => addObject(object, false));
  past.samples.forEach(addSample);
  started = true;
  if (store.lake) update();
  await showCharts();
}

function update() {
  const { lake } = store;
  lake.topics?.sort((one, other) => rank(one.name) - rank(other.name));
  setText($('lake-trouble'), trouble(lake));
  $('lake-pause').disabled = !lake.reachable || lake.pausedSinks === lake.sinks;
  $('lake-resume').disabled = !lake.reachable || lake.pausedSinks === 0;
  if (!lake.reachable) return;
  figure('lake-landed', count(lake.landed));
  figure('lake-waiting', count(lake.waiting));
  figure('lake-oldest', duration(lake.oldestMillis / 1000), lake.oldestMillis > 120_000 ? 'bad' : lake.oldestMillis > 45_000 ? 'warn' : 'good');
  figure('lake-dead', count(lake.deadLetters), lake.deadLetters ? 'warn' : 'good');
  figure('lake-objects', count(lake.objects));
  figure('lake-memory', `${Math.round((100 * lake.heldBytes) / Math.max(1, lake.memoryBytes))} %`);
  lake.landedObjects.forEach((object) => addObject(object, true));
  addSample({ at: lake.at, topics: Object.fromEntries(lake.topics.map((topic) => [topic.name, [topic.landed, topic.held + topic.unread]])) });
  showTopics(lake.topics);
  showReasons(lake);
}

/** All that is wrong, the sinks that do not answer first. */
function trouble(lake) {
  if (!lake.reachable) return lake.reason;
  const all = lake.silentSinks.map((silent) => `${silent}: its last figures are shown`);
  if (lake.paused) all.push(`Paused: ${lake.paused}`);
  if (lake.bucketFailure) all.push(`The bucket does not answer: ${lake.bucketFailure}`);
  if (!lake.kafkaReached) all.push('The sink does not reach Kafka');
  return all.join(' · ');
}

function figure(id, text, tone = '') {
  setText($(id), text);
  $(id).className = tone;
}

function showTopics(topics) {
  const oldest = Math.max(...topics.flatMap((topic) => topic.partitions.map((partition) => partition.ageMillis)), 0);
  fullMillis = Math.max(fullMillis * 0.999, oldest, 10_000);
  const largest = Math.max(...topics.flatMap((topic) => topic.partitions.map((partition) => partition.bytes)), 64 * 1024);
  const body = $('topics').tBodies[0];
  topics.forEach((topic, i) => {
    const row = body.rows[i] ?? body.appendChild(newRow());
    const values = [null, null, count(topic.landed), count(topic.held), count(topic.unread), count(topic.objects), bytes(topic.bytes),
      topic.landed ? oneDigit(topic.bytes / topic.landed) : '–', freshness(topic),
      topic.lastObjectAt ? `${timeOfDay(topic.lastObjectAt)} · ${duration(Math.max(0, (store.lake.at - topic.lastObjectAt) / 1000))} ago` : '–', count(topic.deadLetters)];
    values.forEach((value, column) => { if (value !== null) setText(row.cells[column], value); });
    showName(row.cells[0], topic.name);
    showCells(row.cells[1].firstChild, topic.partitions, largest);
  });
  while (body.rows.length > topics.length) body.deleteRow(-1);
}

/** The newest event in the topic's objects, and how old it is in simulated time. */
function freshness({ newestEvent }) {
  if (!newestEvent) return '–';
  const age = store.clock ? ` · ${duration(Math.max(0, (store.clock.now - newestEvent) / 1000))} old` : '';
  return timeOfDay(newestEvent) + age;
}

function newRow() {
  const cells = Array.from({ length: 11 }, (_, column) => (column === 1 ? el('td', {}, el('div', { class: 'cells' })) : el('td', {})));
  return el('tr', {}, ...cells);
}

function showName(cell, name) {
  if (cell.textContent === name) return;
  const swatch = el('span', { class: 'swatch' });
  swatch.style.background = topicColor(name);
  cell.replaceChildren(swatch, name);
}

/** Width is the age of the open batch, height its size; the outline shows a cut under way. */
function showCells(holder, partitions, largest) {
  while (holder.children.length < partitions.length) holder.append(el('span', { class: 'cell' }, el('i'), el('b')));
  while (holder.children.length > partitions.length) holder.lastChild.remove();
  partitions.forEach((partition, i) => {
    const cell = holder.children[i];
    const classes = ['cell', partition.pendingMillis === undefined ? '' : 'pending', partition.blocked ? 'blocked' : ''];
    cell.className = classes.filter(Boolean).join(' ');
    cell.firstChild.style.width = `${partition.held ? Math.min(100, (100 * partition.ageMillis) / fullMillis) : 0}%`;
    cell.lastChild.style.height = `${partition.held ? Math.max(6, Math.min(100, (100 * partition.bytes) / largest)) : 0}%`;
    const pending = partition.pendingMillis === undefined ? '' : `, a cut is landing for ${duration(partition.pendingMillis / 1000)}`;
    cell.title = `partition ${partition.partition}: ${count(partition.held)} held since ${duration(partition.ageMillis / 1000)}, ${count(partition.unread)} not read${pending}${partition.blocked ? `, blocked: ${partition.blocked}` : ''}`;
    cell.setAttribute('role', 'img');
    cell.setAttribute('aria-label', cell.title);
  });
}

function addObject({ topic, key, at }, fresh) {
  if (seen.has(key)) return;
  seen.add(key);
  const swatch = el('span', { class: 'swatch' });
  swatch.style.background = topicColor(topic);
  $('objects').prepend(el('li', { class: fresh ? 'fresh' : '' }, el('time', {}, timeOfDay(at)), swatch, key));
  while ($('objects').children.length > OBJECTS) $('objects').lastChild.remove();
}

function showReasons({ topics, reasons }) {
  const dead = topics.filter((topic) => topic.deadLetters > 0).map((topic) => `${topic.name}: ${count(topic.deadLetters)} dead letters`);
  const lines = [...dead, ...(reasons ?? []).toReversed().map(({ topic, reason, at }) => `${timeOfDay(at)} ${topic}: ${reason}`)];
  $('reasons').replaceChildren(...(lines.length ? lines : ['None since the sinks started']).map((line) => el('li', {}, line)));
}
