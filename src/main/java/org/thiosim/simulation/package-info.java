/** Binds a model, a patient and a regimen into an initial-value problem, solves it and reports the result. */
@NullMarked
package org.thiosim.simulation;

import org.jspecify.annotations.NullMarked;
