/** One HTML page per run, from values and charts. */
@NullMarked
package org.thiosim.report;

import org.jspecify.annotations.NullMarked;
