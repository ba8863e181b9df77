package org.thiosim.model;

import org.thiosim.expression.Expression;

/** A factor that a module puts on a parameter or an individual quantity of its host. */
public record Scale(String target, Expression by, Provenance provenance) {}
