// Places labels so that none covers another, the important ones first.

export class LabelBoard {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.boxes = [];
  }

  /** Keeps a rectangle free of labels. */
  block(x, y, width, height) {
    this.boxes.push([x, y, x + width, y + height]);
  }

  isFree(x, y, width, height) {
    if (x < 2 || y < 2 || x + width > this.width - 2 || y + height > this.height - 2) return false;
    return this.boxes.every(([left, top, right, bottom]) => x + width <= left || x >= right || y + height <= top || y >= bottom);
  }

  /** Takes the first of some corners at which a box of that size is free; null when none is. */
  place(corners, width, height) {
    for (const [x, y] of corners) {
      if (this.isFree(x, y, width, height)) {
        this.block(x - 2, y - 1, width + 4, height + 2);
        return [x, y];
      }
    }
    return null;
  }
}

/** Corners around a point: right, left, above, below, at a distance. */
export const around = (x, y, width, height, gap) => [
  [x + gap, y - height / 2], [x - gap - width, y - height / 2], [x - width / 2, y - gap - height], [x - width / 2, y + gap],
  [x + gap, y - height - gap / 2], [x + gap, y + gap / 2], [x - gap - width, y - height - gap / 2], [x - gap - width, y + gap / 2],
];
