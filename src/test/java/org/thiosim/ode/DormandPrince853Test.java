package org.thiosim.ode;

class DormandPrince853Test extends SolverContract {

    DormandPrince853Test() {
        super(SolverMethod.DORMAND_PRINCE_853, 80);
    }
}
