// Which part of the map is seen: centre on the map [km] and scale [pixels per km].

import { road } from './road.js';

const LEAST = 2;
const MOST = 900;

export const viewport = { x: 0, y: 0, scale: 4, width: 1, height: 1, version: 0, fitted: false };

export const toScreen = (x, y) => [
  (x - viewport.x) * viewport.scale + viewport.width / 2,
  (y - viewport.y) * viewport.scale + viewport.height / 2,
];

export const toMap = (screenX, screenY) => [
  (screenX - viewport.width / 2) / viewport.scale + viewport.x,
  (screenY - viewport.height / 2) / viewport.scale + viewport.y,
];

export function resize(width, height) {
  if (width === viewport.width && height === viewport.height) return;
  viewport.width = width;
  viewport.height = height;
  viewport.version++;
  if (viewport.fitted) fit();
}

/** Shows all of the road. */
export function fit() {
  const left = Math.min(...road.x);
  const right = Math.max(...road.x);
  const top = Math.min(...road.y);
  const bottom = Math.max(...road.y);
  const margin = Math.min(48, viewport.width / 9);
  viewport.scale = Math.min((viewport.width - 2 * margin) / (right - left), (viewport.height - 2 * margin) / (bottom - top));
  viewport.x = (left + right) / 2;
  viewport.y = (top + bottom) / 2;
  viewport.fitted = true;
  viewport.version++;
}

export function pan(dx, dy) {
  viewport.x -= dx / viewport.scale;
  viewport.y -= dy / viewport.scale;
  viewport.fitted = false;
  viewport.version++;
}

/** Zooms so that a point of the screen stays where it is. */
export function zoomAt(factor, screenX, screenY) {
  const [x, y] = toMap(screenX, screenY);
  viewport.scale = Math.max(LEAST, Math.min(MOST, viewport.scale * factor));
  viewport.x = x - (screenX - viewport.width / 2) / viewport.scale;
  viewport.y = y - (screenY - viewport.height / 2) / viewport.scale;
  viewport.fitted = false;
  viewport.version++;
}

export function centre(x, y, scale = viewport.scale) {
  viewport.x = x;
  viewport.y = y;
  viewport.scale = scale;
  viewport.fitted = false;
  viewport.version++;
}
