/** The command line: parse arguments, call, print, exit. */
@NullMarked
package org.thiosim.cli;

import org.jspecify.annotations.NullMarked;
