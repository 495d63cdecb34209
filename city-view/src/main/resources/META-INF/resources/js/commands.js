// What operators have done, in this page or elsewhere, and the way back.

import { change } from './change.js';
import { $, el, replaceItems } from './dom.js';
import { percent } from './faults.js';
import { shortName, timeOfDay } from './format.js';
import { on, store } from './store.js';

const SHOWN = 12;

export function startCommands() {
  on('commands', show);
  on('incidents', show);
}

function show() {
  const items = store.commands.slice(0, SHOWN).map((command) => {
    const item = el('li', {}, el('span', {}, el('time', {}, timeOfDay(command.at)), describe(command)));
    if (canUndo(command)) {
      item.append(el('button', { type: 'button', class: 'control', 'data-key': `undo-${command.id}`, onclick: () => undo(command) }, 'Undo'));
    }
    return item;
  });
  replaceItems($('commands'), items.length ? items : [el('li', { class: 'empty' }, store.clock?.readOnly ? 'Nothing yet' : 'Nothing yet: click on the road, or drag along the strip')]);
}

function describe({ kind, body }) {
  switch (kind) {
    case 'raise-incident': return `${body.type}, km ${body.km} ${body.carriageway}, ${body.lanesClosed} lanes closed`;
    case 'resolve-incident': return 'Incident resolved';
    case 'set-weather': return `Weather km ${body.fromKm} to ${body.toKm}: ${['precipitation', 'temperature', 'windSpeed', 'windDirection', 'humidity'].filter((name) => name in body && body[name] !== null).map((name) => `${name} ${body[name]}`).join(', ')}`;
    case 'clear-weather': return 'Weather ended';
    case 'factor': return `Time runs ${body.factor}×`;
    case 'running': return body.running ? 'Time continues' : 'Time is paused';
    case 'faults': return `Faults of ${shortName(body.service)}: ${Object.entries(body).filter(([name]) => name !== 'service').map(([name, value]) => `${name} ${typeof value === 'number' ? percent(value) : value}`).join(', ') || 'none'}`;
    default: return kind;
  }
}

/** An incident, a weather and faults can be undone while they last; the speed of time is chosen at the top. */
function canUndo(command) {
  const later = store.commands.slice(0, store.commands.indexOf(command));
  const { body } = command;
  switch (command.kind) {
    case 'raise-incident':
      return store.incidents.some((incident) => incident.status === 'Active' && Math.abs(incident.km - body.km) < 0.06
        && incident.carriageway === body.carriageway && incident.type === body.type && incident.began >= command.at);
    case 'set-weather': return !later.some((other) => other.kind === 'clear-weather' && other.body.id === command.id);
    case 'faults': return Object.keys(body).length > 1 && !later.some((other) => other.kind === 'faults' && other.body.service === body.service);
    default: return false;
  }
}

function undo(command) {
  change('DELETE', `/commands/${command.id}`, null, `Undone: ${describe(command)}`);
}
