package org.thiosim.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.ode.SolverMethod;
import org.thiosim.page.browser.Prescription;
import org.thiosim.page.browser.Run;
import org.thiosim.simulation.TimeWindow;

/** The page's script, run by a JavaScript engine, against the same run on the JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptTest {
    private static final double CLOSE = 1e-9;
    private static final double WEEK = 168;

    private final Lowered right = Lowered.of(Pages.right());
    private final Lowered wrong = Lowered.of(Pages.wrong());
    private Context browser;

    @BeforeAll
    void loadThePage() {
        browser = Context.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        browser.eval("js", "const LESSONS=" + TeachingPage.resource("lessons.json") + ";");
        browser.eval(
                "js",
                Pages.page().computing()
                        + TeachingPage.resource("dom.js")
                        + TeachingPage.resource("state.js")
                        + TeachingPage.resource("engine.js"));
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"right, normal, no, 0, 30", "right, poor, yes, 100, 30", "wrong, poor, no, 0, 1"})
    void theBrowserGivesTheNumbersOfTheJvm(String model, String tpmt, String hyper, int allopurinol, int looseness) {
        Value run = browser.eval(
                "js",
                String.format(
                        Locale.ROOT,
                        "simulate({...defaults(PATIENT), tpmt:'%s', hyper:'%s', allo:%d, start:0, after:50, weight:62}, 1, '%s', %d)",
                        tpmt,
                        hyper,
                        allopurinol,
                        model,
                        looseness));
        Lowered lowered = model.equals("right") ? right : wrong;
        Run.Outcome jvm =
                jvm(lowered, tpmt.equals("poor") ? 0.02 : 1, hyper.equals("yes"), allopurinol, looseness, run);

        Value outcome = run.getMember("outcome");
        assertThat(outcome.getMember("failure").asString()).isEmpty();
        assertThat(outcome.getMember("steps").asInt()).isEqualTo(jvm.steps());
        assertClose(outcome.getMember("values"), jvm.values(), "value");
        assertClose(outcome.getMember("fluxes"), jvm.fluxes(), "flux");
    }

    private static Run.Outcome jvm(
            Lowered lowered, double tpmt, boolean hyper, int allopurinol, int looseness, Value run) {
        double[] inputs = {62, tpmt, 1, 100 * 0.06 / 1.73, 1, hyper ? 1.287 : 1, hyper ? 0.5882352941176471 : 1};
        Value hours = run.getMember("layout").getMember("hours");
        double[] times = new double[(int) hours.getArraySize()];
        for (int k = 0; k < times.length; k++) {
            times[k] = hours.getArrayElement(k).asDouble();
        }
        DoseTimes daily = new DoseTimes.Repeated(24, 0, Double.POSITIVE_INFINITY);
        int azathioprine = index(lowered, "azathioprine");
        Prescription[] taken = allopurinol == 0
                ? new Prescription[] {new Prescription(azathioprine, 150e-6, daily)}
                : new Prescription[] {
                    new Prescription(azathioprine, 50e-6, daily),
                    new Prescription(index(lowered, "allopurinol"), allopurinol * 1e-6, daily)
                };
        return new Run(
                        lowered.plain(),
                        Pages.initial(lowered, inputs),
                        java.util.List.of(taken),
                        WEEK,
                        times,
                        java.util.List.of(new TimeWindow(WEEK - 24, WEEK)))
                .solve(SolverMethod.RODAS4P.create(), Pages.formulas(lowered, inputs), looseness);
    }

    private static int index(Lowered lowered, String drug) {
        return lowered.drugs().stream().map(d -> d.id()).toList().indexOf(drug);
    }

    /** Relative to the value, or to a billionth where what is left is rounding. */
    private static void assertClose(Value found, double[] expected, String what) {
        assertThat(found.getArraySize()).isEqualTo(expected.length);
        for (int k = 0; k < expected.length; k++) {
            double value = found.getArrayElement(k).asDouble();
            if (Double.isNaN(expected[k])) {
                assertThat(value).as(what + " " + k).isNaN();
            } else {
                assertThat(value)
                        .as(what + " " + k)
                        .isCloseTo(expected[k], within(CLOSE * Math.max(Math.abs(expected[k]), 1e-6)));
            }
        }
    }

    @Test
    void aLinkIsReadBackAsTheStateItWasWrittenFrom() {
        Value same = browser.eval(
                "js",
                "(() => { const s = newState(); s.two='yes'; s.b.tpmt='poor'; s.a.unit='mg/kg'; s.a.dose=2.5; s.weeks=12; s.week=3;"
                        + " return JSON.stringify(readFragment(writeFragment(s))) === JSON.stringify(s); })()");

        assertThat(same.asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "#a.weight=1e9&a.dose=-5&weeks=99999&week=0",
        "#a.tpmt=<script>&a.drug=heroin&two=maybe&__proto__.weeks=2",
        "#lesson=zz&step=4",
        "#a.weight=70.5e2&a.dose=NaN&a.start=Infinity",
        "#%3Cimg%3E=1&&&==&a.=3"
    })
    void aHostileLinkLeavesTheDefaults(String fragment) {
        browser.getBindings("js").putMember("fragment", fragment);

        assertThat(browser.eval(
                                "js",
                                "JSON.stringify(readFragment(fragment)) === JSON.stringify({...newState(), week: newState().weeks})")
                        .asBoolean())
                .isTrue();
        assertThat(browser.eval("js", "({}).weeks === undefined").asBoolean()).isTrue();
    }
}
