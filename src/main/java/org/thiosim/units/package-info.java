/** Physical units of pharmacokinetics, read from text and converted once to h, µmol, L, kg and m. */
@NullMarked
package org.thiosim.units;

import org.jspecify.annotations.NullMarked;
