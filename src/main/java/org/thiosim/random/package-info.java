/** Counter-based random streams, keyed by seed, patient and purpose. */
@NullMarked
package org.thiosim.random;

import org.jspecify.annotations.NullMarked;
