// The incidents with their life, and the button that resolves one. Descriptions come from a topic: they are text.

import { change } from './change.js';
import { $, el, replaceItems, setText } from './dom.js';
import { duration } from './format.js';
import { placeAt } from './road.js';
import { select, selection } from './selection.js';
import { on, store } from './store.js';
import { centre, viewport } from './viewport.js';

const NEAR_SCALE = 30;

export function startIncidents() {
  on('incidents', show);
  on('selection', show);
  setInterval(show, 5000);
}

function show() {
  const active = store.incidents.filter((incident) => incident.status === 'Active');
  setText($('incident-count'), String(active.length));
  const ordered = [...store.incidents].sort((one, other) => other.began - one.began);
  replaceItems($('incidents'), ordered.length ? ordered.map(item) : [el('li', { class: 'empty' }, 'None: the road is open')]);
}

function item(incident) {
  const resolved = incident.status === 'Resolved';
  const classes = [resolved ? 'resolved' : '', ['high', 'critical'].includes(incident.severity) ? 'high' : '',
    selection.incident === incident.id ? 'chosen' : ''].join(' ');
  const age = Math.max(0, ((store.clock?.now ?? incident.at) - incident.began) / 1000);
  const lanes = resolved ? 'resolved' : incident.lanesClosed ? `${incident.lanesClosed} of ${incident.lanes} lanes closed` : 'all lanes open';
  const stages = incident.life.map((report) => (report.status === 'Resolved' ? '✓' : report.lanesClosed)).filter((stage, i, all) => stage !== all[i - 1]);
  const steps = stages.length > 1 ? ` · ${stages.join(' → ')}` : '';
  const life = el('div', { class: 'life' }, el('span', {}, `${incident.severity} · ${lanes} · since\u00a0${duration(age)}${steps}`));
  if (!resolved) {
    life.append(el('button', { type: 'button', class: 'control', 'data-key': `resolve-${incident.id}`, onclick: () => resolve(incident) }, 'Resolve'));
  }
  return el('li', { class: classes, 'data-incident': incident.id },
    el('button', { type: 'button', class: 'show', 'data-key': `show-${incident.id}`, onclick: () => look(incident) }, incident.description), life);
}

function look(incident) {
  select('incident', incident.id);
  const [x, y] = placeAt(incident.km * 1000);
  centre(x, y, Math.max(viewport.scale, NEAR_SCALE));
}

function resolve(incident) {
  change('DELETE', `/incidents/${incident.id}`, null, `Resolved the incident at km ${incident.km}`);
}
