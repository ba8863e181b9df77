/**
 * From the tapes of a model to generated code, made in the process as bytecode, without a compiler.
 *
 * <p>For a single patient the slopes and the Jacobian become straight-line code that a solver calls. For many patients a
 * whole trial step of a method becomes one tape ({@link org.thiosim.kernel.StepTape}): equations, elimination and error
 * estimate, cut to the states that are followed. That tape runs in three forms with the same bits: interpreted, as
 * straight-line code, and as short loops over lanes that the Java machine turns into vector instructions. No form
 * contracts or reorders arithmetic.
 */
@NullMarked
package org.thiosim.kernel;

import org.jspecify.annotations.NullMarked;
