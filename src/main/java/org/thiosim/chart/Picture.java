package org.thiosim.chart;

import java.awt.Graphics2D;

/** A surface of one format: shapes are drawn with Java 2D, texts are set above them, then it is encoded. */
interface Picture {
    Graphics2D shapes();

    void write(TextMark mark);

    byte[] bytes();
}
