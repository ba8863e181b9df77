/** Who takes how much, when and by which route. */
@NullMarked
package org.thiosim.dosing;

import org.jspecify.annotations.NullMarked;
