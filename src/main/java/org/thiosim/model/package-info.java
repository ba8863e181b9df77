/**
 * A model as data: species, reactions with enzyme tags, rate laws, parameters with their sources, formulas and
 * observables.
 *
 * <p>A {@link org.thiosim.model.ModelPart} is what one file says, a host model or a module. A {@link
 * org.thiosim.model.Model} is a host with its modules merged: ids share one name space, a module may use every id of its
 * host and may not define one again. A model knows neither who takes the drug nor how it is solved.
 */
@NullMarked
package org.thiosim.model;

import org.jspecify.annotations.NullMarked;
