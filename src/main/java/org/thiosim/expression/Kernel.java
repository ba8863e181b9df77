package org.thiosim.expression;

/** Several formulas ready to be computed for many sets of inputs; one instance serves every thread. */
public interface Kernel {

    /**
     * A program with these fixed inputs.
     *
     * @param fixed canonical values in the order of the fixed inputs
     */
    Program bind(double[] fixed);

    /** Formulas bound to fixed inputs; it belongs to one thread. */
    interface Program {

        /**
         * Computes the outputs.
         *
         * @param varying canonical values in the order of the varying inputs
         * @param results receives one canonical value per formula
         */
        void run(double[] varying, double[] results);
    }
}
