/* thio12 for deSolve: see benchmarks/thio12/README.md for the equations. */
#include <R.h>

static double parms[6];

void initialise(void (*odeparms)(int *, double *))
{
    int n = 6;
    odeparms(&n, parms);
}

void derivatives(int *neq, double *t, double *y, double *ydot, double *yout, int *ip)
{
    double ka = parms[0], vxo = parms[1], vt = parms[2], vh = parms[3], ktg = parms[4], kox = parms[5];
    double inhibition = 1 + y[11] / 400 + y[10] / 180;
    double c = y[3] / 40;
    double gut = vxo * 1.5 * y[2] / (60 * inhibition + y[2]);
    double xo = vxo * c / (5 * inhibition + c);
    double tpmt = vt * c / (10 + c);
    double uptake = vh * c / (5 + c);
    double methylation = vt / 40 * 2 * y[6] / (10 + y[6]);
    ydot[0] = -ka * y[0];
    ydot[1] = 0.5 * ka * y[0] - 3 * y[1];
    ydot[2] = 0.4 * ka * y[0] - 3 * y[2] - gut;
    ydot[3] = 3 * y[2] + 3 * y[1] + 0.03 * y[6] - xo - tpmt - uptake - 0.1 * y[3];
    ydot[4] = gut + xo - 0.3 * y[4];
    ydot[5] = tpmt - 0.2 * y[5];
    ydot[6] = uptake - methylation - 0.04 * y[6];
    ydot[7] = 0.01 * y[6] - ktg * y[7];
    ydot[8] = methylation - 0.006 * y[8];
    ydot[9] = -1.7 * y[9];
    ydot[10] = 0.8 * 1.7 * y[9] - 0.6 * y[10];
    ydot[11] = 0.9 * 0.6 * y[10] - kox * y[11];
}
