package org.thiosim.chart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Encodes pixels as PNG, 8 bits per channel, no alpha, no dates.
 *
 * <p>Source: Portable Network Graphics (PNG) Specification, second edition, ISO/IEC 15948:2003.
 */
final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS = 8;
    private static final byte TRUE_COLOUR = 2;
    private static final int LEVEL = 4;

    private PngEncoder() {}

    /** The picture of {@code width * height} pixels 0xrrggbb, row by row. */
    static byte[] encode(int[] pixels, int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 17);
        png.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(BITS).put(TRUE_COLOUR);
        chunk(png, "IHDR", header.array(), header.capacity());
        Deflater deflater = new Deflater(LEVEL);
        deflater.setInput(rows(pixels, width, height));
        deflater.finish();
        byte[] part = new byte[1 << 16];
        while (!deflater.finished()) {
            int length = deflater.deflate(part);
            chunk(png, "IDAT", part, length);
        }
        deflater.end();
        chunk(png, "IEND", new byte[0], 0);
        return png.toByteArray();
    }

    /** Rows of bytes red, green, blue, each after its filter byte 0 (no filter). */
    private static byte[] rows(int[] pixels, int width, int height) {
        byte[] rows = new byte[height * (1 + 3 * width)];
        int to = 0;
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            if (pixel % width == 0) {
                rows[to++] = 0;
            }
            int rgb = pixels[pixel];
            rows[to++] = (byte) (rgb >> 16);
            rows[to++] = (byte) (rgb >> 8);
            rows[to++] = (byte) rgb;
        }
        return rows;
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data, int length) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data, 0, length);
        png.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        png.writeBytes(name);
        png.write(data, 0, length);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
