// What is chosen: a camera, an incident, a vehicle by its slot, and whether the map follows the vehicle.

import { changed } from './store.js';

export const selection = { camera: null, byHand: false, incident: null, slot: null, follow: false, vehicle: null };

export function select(part, value) {
  selection[part] = value;
  changed('selection');
}
