package org.thiosim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thiosim.dosing.DoseEvent;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.io.Setting;

class ReportWindowsTest {
    private static final double WEEK = 168;

    private static Arm arm(String regimen) {
        return ScenarioFile.read(
                        Path.of("scenarios/single/weekly-pulse.yaml"),
                        ModelLibrary.in(Path.of("models")),
                        List.of(Setting.parse("arms.weekly-pulse=" + regimen)))
                .scenario()
                .arms()
                .stream()
                .filter(a -> a.name().equals("weekly-pulse"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCourseIsFollowedAtDosesOfShiftedHours() {
        Arm arm = arm("[{drug: azathioprine, dose: 100 mg, times: [20 h]}]");

        List<Double> track = ReportWindows.track(arm, new TimeWindow(0, 4 * WEEK), 4 * WEEK);

        assertThat(track)
                .isEqualTo(arm.regimen().events(4 * WEEK, arm.size()).stream()
                        .map(DoseEvent::time)
                        .toList());
    }

    @Test
    void theEndOfThePhaseCountsWhereADoseCouldBeDue() {
        Arm arm = arm("[{drug: azathioprine, dose: 100 mg, every: 1 d}]");

        assertThat(ReportWindows.track(arm, new TimeWindow(0, WEEK), WEEK))
                .hasSize(8)
                .endsWith(WEEK);
    }

    @Test
    void theOnlyIntervalOfAPhaseIsItsFirstAndItsLast() {
        Arm arm = arm("[{drug: azathioprine, dose: 1 mg, every: 0.1 d}]");
        double end = 2.4;

        ReportWindows.Intervals only =
                ReportWindows.intervals(arm, new TimeWindow(0, end), end).orElseThrow();

        assertThat(24 * 0.1).isGreaterThan(end);
        assertThat(only.first()).isEqualTo(only.last()).isEqualTo(new TimeWindow(0, end));
    }

    @Test
    void aPhaseWithoutDosesIsFollowedFromItsStartToItsEnd() {
        Arm arm = arm("[{drug: azathioprine, dose: 100 mg, every: 1 d, until: 1 wk}]");

        assertThat(ReportWindows.track(arm, new TimeWindow(WEEK, 3 * WEEK), 3 * WEEK))
                .startsWith(WEEK)
                .endsWith(3 * WEEK)
                .hasSize(15);
    }
}
