/**
 * Initial-value problems with dated discontinuities and the methods that solve them; knows no pharmacology.
 *
 * <h2>The problem</h2>
 *
 * <p>An {@link org.thiosim.ode.OdeProblem} is y' = f(t, y), y(start) = initial, on [start, end], where at given times
 * given amounts are added to single states. Between two such times the solution is smooth, so it is solved stretch by
 * stretch: a step ends at every jump time exactly, and none straddles one. Times that agree to 10⁻⁹ of their magnitude
 * are one time, the first of them. The solution is continuous from the left: a sample at a jump time, and the final
 * state, are the values before the jump.
 *
 * <h2>The contract of a solver</h2>
 *
 * <ul>
 *   <li>The error of one step in state i is kept to about absolute[i] + relative·|y[i]|. Our own methods hold the worst
 *       state to that, so states that rest do not buy error for those that move; lanes hold the root of the sum of squares,
 *       which no state exceeds, and the Dormand-Prince methods the root mean square over all states. The error at the end is larger or smaller by what the equations do with it.
 *   <li>Samples and observers read the continuous solution of steps already accepted; they never change a step.
 *   <li>After a jump the first trial step is the one that the first step after the jump before could have been at the
 *       tolerance: doses repeat, so the transient after each is resolved without feeling the way from a tiny step. The
 *       error estimate still decides.
 *   <li>A failure is a value, {@link org.thiosim.ode.Status}: what happened, when, to which state, what to try. The
 *       solution then holds the samples before it and nothing else.
 *   <li>Equal arguments give equal bits; a solver may be shared by threads, an {@link org.thiosim.ode.OdeSystem} may
 *       not.
 * </ul>
 *
 * <h2>The methods</h2>
 *
 * <table>
 * <caption>Order, stability and use of each {@link org.thiosim.ode.SolverMethod}</caption>
 * <tr><th>id</th><th>order (error, dense output)</th><th>stability</th><th>when to use it</th></tr>
 * <tr><td>rodas4p</td><td>4 (3, 3)</td><td>L-stable</td><td>rates far apart, as in metabolism; needs ∂f/∂y</td></tr>
 * <tr><td>tsitouras-5</td><td>5 (4, 4)</td><td>explicit: step · fastest rate below about 3.5</td>
 *     <td>rates alike at tolerances of 10⁻⁶ or less</td></tr>
 * <tr><td>dormand-prince-54</td><td>5 (4, 4)</td><td>explicit: step · fastest rate below about 3.3</td>
 *     <td>rates alike; an independent check of rodas4p</td></tr>
 * <tr><td>dormand-prince-853</td><td>8 (5 and 3, 7)</td><td>explicit: step · fastest rate below about 6</td>
 *     <td>rates alike and tolerances of 10⁻⁹ or less</td></tr>
 * </table>
 *
 * <p><b>Rodas4P</b> (Steinebach 1995) is a Rosenbrock method: six linear systems with one matrix I/(hγ) − ∂f/∂y for
 * each step, and no iteration. L-stability means that a transient which is fast against the step is damped away and
 * not followed; the P marks coefficients that keep the order on problems with a stiff forcing (Prothero and Robinson
 * 1974). The last stage is the difference to an embedded solution of order 3 and estimates the error. The step size
 * follows Gustafsson's predictive controller. A non-finite slope within a trial step or a singular matrix shortens
 * the step.
 *
 * <p>The matrix is as sparse as the network: most of a metabolic cascade is triangular. An elimination order that keeps
 * it so (Markowitz 1957) and the places of all factors are found once for a {@link org.thiosim.ode.JacobianPattern};
 * each factorisation is then a few loops over arrays. Pivots stay on the diagonal, which 1/(hγ) strengthens as the
 * step shrinks; one that cancellation has consumed rejects the step.
 *
 * <p><b>Tsitouras 5</b> (Tsitouras 2011) is an explicit Runge-Kutta pair of seven stages with the same controller.
 *
 * <p>The <b>Dormand-Prince</b> methods (Dormand and Prince 1980; order 8: Hairer, Nørsett and Wanner 1993) are those of
 * Hipparchus. Their rejected steps are inferred from the number of evaluations, and their step limit bounds the
 * evaluations of that many accepted steps.
 *
 * <h2>Sources</h2>
 *
 * <ul>
 *   <li>Dormand, J. R. and Prince, P. J. (1980): A family of embedded Runge-Kutta formulae. Journal of Computational
 *       and Applied Mathematics 6, 19–26.
 *   <li>Hairer, E., Nørsett, S. P. and Wanner, G. (1993): Solving Ordinary Differential Equations I, 2nd ed. Springer;
 *       II.4 for the first step, II.10 for the method of order 8.
 *   <li>Hairer, E. and Wanner, G. (1996): Solving Ordinary Differential Equations II, 2nd ed. Springer; IV.7 for
 *       Rosenbrock methods, IV.8 for the controller.
 *   <li>Markowitz, H. M. (1957): The elimination form of the inverse and its application to linear programming.
 *       Management Science 3, 255–269.
 *   <li>Prothero, A. and Robinson, A. (1974): On the stability and accuracy of one-step methods for solving stiff
 *       systems of ordinary differential equations. Mathematics of Computation 28, 145–162.
 *   <li>Steinebach, G. (1995): Order-reduction of ROW-methods for DAEs and method of lines applications. Preprint 1741,
 *       TH Darmstadt.
 *   <li>Tsitouras, C. (2011): Runge-Kutta pairs of order 5(4) satisfying only the first column simplifying assumption.
 *       Computers and Mathematics with Applications 62, 770–775.
 * </ul>
 */
@NullMarked
package org.thiosim.ode;

import org.jspecify.annotations.NullMarked;
