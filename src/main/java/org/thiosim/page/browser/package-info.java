/**
 * What the teaching page computes: the part of the page that is compiled to JavaScript, with the solver of {@link
 * org.thiosim.ode}. It reaches no class that a browser cannot have: no file, no generated code, no formula tree.
 */
@NullMarked
package org.thiosim.page.browser;

import org.jspecify.annotations.NullMarked;
