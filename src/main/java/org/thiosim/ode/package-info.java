/** Initial-value problems with dated discontinuities and the methods that solve them; knows no pharmacology. */
@NullMarked
package org.thiosim.ode;

import org.jspecify.annotations.NullMarked;
