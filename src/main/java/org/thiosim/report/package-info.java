/**
 * Writes the report of a run: one HTML page that explains the scenario without a network, a script or another file.
 *
 * <p>{@link org.thiosim.report.RunReport} gets values and pictures and returns the page; it reads no file. The page
 * follows the reader's choice of light or dark and can be printed.
 */
@NullMarked
package org.thiosim.report;

import org.jspecify.annotations.NullMarked;
