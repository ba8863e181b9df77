package org.thiosim.page.browser;

import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/** The formulas of one patient, written as JavaScript. */
interface Script extends JSObject {
    void derivatives(@JSByRef double[] y, @JSByRef double[] dydt);

    void jacobian(@JSByRef double[] y, @JSByRef double[] values);

    void rates(@JSByRef double[] y, @JSByRef double[] values);

    void observed(@JSByRef double[] y, @JSByRef double[] values);
}
