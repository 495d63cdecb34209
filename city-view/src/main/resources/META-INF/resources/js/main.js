// Starts the page.

import { startActions } from './actions.js';
import { startBanner } from './banner.js';
import { startCameras } from './cameras.js';
import { onLine } from './carriageways.js';
import { startChanges } from './change.js';
import { startCommands } from './commands.js';
import { startDiagram } from './diagram.js';
import { $ } from './dom.js';
import { startFaults } from './faults.js';
import { startIncidents } from './incidents.js';
import { openLake, startLake } from './lake.js';
import { startLegend } from './legend.js';
import { frameTimes, startMap } from './map.js';
import { latestFrame } from './motion.js';
import { startPointer } from './pointer.js';
import { loadRoad } from './road.js';
import { selection } from './selection.js';
import { changed, store } from './store.js';
import { connect } from './stream.js';
import { drawStrip, startStrip } from './strip.js';
import { startTables } from './tables.js';
import { startTopbar } from './topbar.js';
import { startVehicles } from './vehicles.js';
import { fit, resize, viewport } from './viewport.js';
import { startWeather } from './weather.js';

function showTab() {
  const lake = location.hash === '#lake';
  $('road').hidden = lake;
  $('lake').hidden = !lake;
  $('tab-lake').toggleAttribute('aria-current', lake);
  $('tab-road').toggleAttribute('aria-current', !lake);
  if (lake) openLake();
}

for (const start of [startChanges, startActions, startFaults, startTopbar, startBanner, startLegend, startCameras, startIncidents, startWeather,
  startVehicles, startCommands, startLake, startTables, startPointer]) start();
addEventListener('hashchange', showTab);
showTab();
connect();
await loadRoad();
startMap();
startStrip();
resize($('map').clientWidth, $('map').clientHeight);
fit();
drawStrip();
startDiagram();

// For tests and benchmarks, which look at what is drawn on canvases.
window.smartcity = { store, viewport, selection, frameTimes, latestFrame, changed, screenOf: onLine };
