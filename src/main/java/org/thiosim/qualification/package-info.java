/**
 * Predicted against published: fold errors of clinical studies, their summary, and the directions in which effects must
 * point.
 *
 * <p>A fold error is predicted over observed. GMFE is the exponential of the mean absolute logarithm of the fold errors,
 * bias the exponential of their mean logarithm.
 */
@NullMarked
package org.thiosim.qualification;

import org.jspecify.annotations.NullMarked;
