/** One person: covariates, body size and random effects. */
@NullMarked
package org.thiosim.patient;

import org.jspecify.annotations.NullMarked;
