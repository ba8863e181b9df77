/**
 * The teaching page: one offline HTML file in which a browser solves the model. {@link org.thiosim.page.TeachingPage} lowers
 * the formulas of models to script, adds solver, texts and style, and returns the file.
 */
@NullMarked
package org.thiosim.page;

import org.jspecify.annotations.NullMarked;
