package org.thiosim.ode;

class Tsitouras5Test extends SolverContract {

    Tsitouras5Test() {
        super(SolverMethod.TSITOURAS_5, 80);
    }
}
