package smartcity.vehicle.snapshot;

import java.util.Arrays;

/// An image of inks, painted from the back to the front.
final class InkCanvas {
    static final int WIDTH = 320;
    static final int HEIGHT = 180;

    private final byte[] pixels = new byte[WIDTH * HEIGHT];

    /// Fills the part of a rectangle that is inside the image.
    void rectangle(double left, double top, double right, double bottom, Ink ink) {
        int fromX = Math.clamp(Math.round(left), 0, WIDTH);
        int toX = Math.clamp(Math.max(Math.round(right), Math.round(left) + 1), 0, WIDTH);
        int toY = Math.clamp(Math.max(Math.round(bottom), Math.round(top) + 1), 0, HEIGHT);
        for (int y = Math.clamp(Math.round(top), 0, HEIGHT); y < toY; y++) {
            Arrays.fill(pixels, y * WIDTH + fromX, y * WIDTH + Math.max(fromX, toX), ink.index());
        }
    }

    /// Fills a convex shape given by its corners in order.
    void shape(double[] x, double[] y, Ink ink) {
        int fromY = Math.clamp(Math.round(Arrays.stream(y).min().orElse(0)), 0, HEIGHT);
        int toY = Math.clamp(Math.round(Arrays.stream(y).max().orElse(0)), 0, HEIGHT);
        for (int row = fromY; row < toY; row++) {
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < x.length; i++) {
                int next = (i + 1) % x.length;
                double share = (row + 0.5 - y[i]) / (y[next] - y[i]);
                if (share >= 0 && share <= 1) {
                    double crossing = x[i] + share * (x[next] - x[i]);
                    left = Math.min(left, crossing);
                    right = Math.max(right, crossing);
                }
            }
            if (left <= right) {
                int fromX = Math.clamp(Math.round(left), 0, WIDTH);
                Arrays.fill(
                        pixels,
                        row * WIDTH + fromX,
                        row * WIDTH + Math.clamp(Math.round(right), fromX, WIDTH),
                        ink.index());
            }
        }
    }

    /// Writes a line of text.
    void text(int left, int top, String text, Ink ink) {
        for (int i = 0; i < text.length(); i++) {
            for (int column = 0; column < DotFont.WIDTH; column++) {
                for (int row = 0; row < DotFont.HEIGHT; row++) {
                    int x = left + i * DotFont.ADVANCE + column;
                    if (DotFont.dot(text.charAt(i), column, row) && x < WIDTH) {
                        pixels[(top + row) * WIDTH + x] = ink.index();
                    }
                }
            }
        }
    }

    /// Changes every pixel to the inks of its row's band of fog.
    void veil() {
        int inks = Ink.values().length;
        for (int row = 0; row < HEIGHT; row++) {
            int shift = WeatherVeil.bandOf(row) * inks;
            for (int at = row * WIDTH; at < (row + 1) * WIDTH; at++) {
                pixels[at] += (byte) shift;
            }
        }
    }

    byte[] png(int[] palette) {
        return PngEncoder.encode(WIDTH, HEIGHT, pixels, palette);
    }
}
