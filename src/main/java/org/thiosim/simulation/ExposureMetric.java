package org.thiosim.simulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is computed from an observable in a window of time, from the continuous solution. */
public enum ExposureMetric {
    AUC("area under the curve, ∫ value dt", Kind.AREA) {
        @Override
        double value(WindowExposure e, TimeWindow w) {
            return e.auc();
        }
    },
    AVERAGE("AUC divided by the length of the window, of a ratio by the time in which it has a value", Kind.LEVEL) {
        @Override
        double value(WindowExposure e, TimeWindow w) {
            return e.auc() / (w.to() - Math.max(w.from(), e.since()));
        }
    },
    CMAX("largest value", Kind.LEVEL) {
        @Override
        double value(WindowExposure e, TimeWindow w) {
            return e.max();
        }
    },
    TMAX("time of the largest value since the start of the window", Kind.TIME) {
        @Override
        double value(WindowExposure e, TimeWindow w) {
            return e.timeOfMax() - w.from();
        }
    },
    CMIN("smallest value", Kind.LEVEL) {
        @Override
        double value(WindowExposure e, TimeWindow w) {
            return e.min();
        }
    },
    TROUGH("value at the end of the window, before a dose there", Kind.LEVEL) {
        @Override
        double value(WindowExposure e, TimeWindow w) {
            return e.end();
        }
    },
    TIME_IN_WINDOW("time within the therapeutic window", Kind.TIME) {
        @Override
        double value(WindowExposure e, TimeWindow w) {
            return e.timeInRange();
        }
    };

    private final String meaning;
    private final Kind kind;

    ExposureMetric(String meaning, Kind kind) {
        this.meaning = meaning;
        this.kind = kind;
    }

    private enum Kind {
        AREA,
        LEVEL,
        TIME
    }

    abstract double value(WindowExposure exposure, TimeWindow window);

    public String meaning() {
        return meaning;
    }

    /** The name in files, for example {@code time-in-window}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The unit of the metric of an observable in {@code unit}. */
    public String unit(String unit) {
        return switch (kind) {
            case AREA -> unit.equals("1") ? "h" : unit + " * h";
            case LEVEL -> unit;
            case TIME -> "h";
        };
    }

    public static Optional<ExposureMetric> of(String id) {
        return Arrays.stream(values()).filter(m -> m.id().equals(id)).findFirst();
    }
}
