package org.thiosim.ode;

class Rodas4PTest extends SolverContract {

    Rodas4PTest() {
        super(SolverMethod.RODAS4P, 100);
    }
}
