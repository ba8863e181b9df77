/**
 * From the tape of a model to generated code: straight-line bytecode, made in the process, without a compiler. A kernel
 * gives the same bits as the tape's interpreter, which stays as oracle and where no code can be made.
 */
@NullMarked
package org.thiosim.kernel;

import org.jspecify.annotations.NullMarked;
