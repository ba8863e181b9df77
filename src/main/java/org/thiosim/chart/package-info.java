/** Draws results as PNG and SVG; reads no file. */
@NullMarked
package org.thiosim.chart;

import org.jspecify.annotations.NullMarked;
