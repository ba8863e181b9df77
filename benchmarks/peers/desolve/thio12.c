/* thio12 for deSolve, and for LSODA called from C without R in between: see benchmarks/thio12/README.md for the equations. */
#include <R.h>
#include <string.h>

enum { STATES = 12, PARAMETERS = 6, DAYS = 168, FIRST_ALLOPURINOL_DAY = 84 };

static double parms[PARAMETERS];

void initialise(void (*odeparms)(int *, double *))
{
    int n = PARAMETERS;
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

/* LSODA of ODEPACK as deSolve carries it, with two work areas that the right-hand side here does not use. */
typedef void slopes(int *, double *, double *, double *, double *, int *);
void dlsoda_(slopes *, int *, double *, double *, double *, int *, double *, double *, int *, int *, int *, double *,
             int *, int *, int *, void (*)(void), int *, double *, int *);

static void no_jacobian(void) {}

/*
 * All patients, day by day, LSODA begun anew at each dose, as programs do that call it from compiled code.
 * parameters: PARAMETERS for each patient; found: TG and MR of each day of each patient; status: 0, or LSODA's code.
 */
void solve_all(int *patients, double *parameters, double *relative, double *absolute, double *found, int *status)
{
    double work[22 + STATES * 16 + STATES * STATES];
    int iwork[20 + STATES];
    int neq = STATES, itol = 1, itask = 1, iopt = 1, jt = 2;
    int lrw = sizeof work / sizeof *work, liw = sizeof iwork / sizeof *iwork;
    *status = 0;
    for (int i = 0; i < *patients; i++) {
        double y[STATES] = {0};
        memcpy(parms, parameters + PARAMETERS * i, sizeof parms);
        for (int day = 0; day < DAYS; day++) {
            double t = 24.0 * day, end = t + 24;
            int istate = 1;
            y[0] += 150 / 277.26 * 1000;
            if (day >= FIRST_ALLOPURINOL_DAY) y[9] += 100 / 136.11 * 1000;
            memset(work, 0, sizeof work);
            memset(iwork, 0, sizeof iwork);
            iwork[5] = 100000;
            dlsoda_(derivatives, &neq, y, &t, &end, &itol, relative, absolute, &itask, &istate, &iopt, work, &lrw,
                    iwork, &liw, no_jacobian, &jt, work, iwork);
            if (istate < 0) {
                *status = istate;
                return;
            }
            *found++ = y[7];
            *found++ = y[8];
        }
    }
}
