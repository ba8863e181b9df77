package org.thiosim.ode;

class DormandPrince54Test extends SolverContract {

    DormandPrince54Test() {
        super(SolverMethod.DORMAND_PRINCE_54, 80);
    }
}
