/**
 * Files in and out. Every mistake in a file is reported with file, line and column, all of them at once; results are
 * written aside and moved into place when they are whole.
 */
@NullMarked
package org.thiosim.io;

import org.jspecify.annotations.NullMarked;
