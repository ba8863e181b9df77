/** The formula tree: parse, check dimensions, differentiate, evaluate. */
@NullMarked
package org.thiosim.expression;

import org.jspecify.annotations.NullMarked;
