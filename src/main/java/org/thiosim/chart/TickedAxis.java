package org.thiosim.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** JFreeChart axes with given ends and given ticks without labels. */
final class TickedAxis {
    private TickedAxis() {}

    static ValueAxis time(TimeAxis time) {
        List<NumberTick> ticks =
                time.ticks().stream().map(tick -> tick(tick.hour())).toList();
        return ranged(new Linear(ticks), time.fromHour(), time.untilHour());
    }

    static ValueAxis value(ValueScale scale) {
        List<NumberTick> ticks = scale.ticks().stream().map(TickedAxis::tick).toList();
        return ranged(scale.logarithmic() ? new Logarithmic(ticks) : new Linear(ticks), scale.low(), scale.high());
    }

    private static NumberTick tick(double value) {
        return new NumberTick(value, "", TextAnchor.CENTER, TextAnchor.CENTER, 0);
    }

    private static ValueAxis ranged(ValueAxis axis, double low, double high) {
        axis.setAutoRange(false);
        axis.setRange(low, high);
        return axis;
    }

    private static final class Linear extends NumberAxis {
        private final transient List<NumberTick> ticks;

        Linear(List<NumberTick> ticks) {
            this.ticks = ticks;
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return ticks;
        }
    }

    private static final class Logarithmic extends LogAxis {
        private final transient List<NumberTick> ticks;

        Logarithmic(List<NumberTick> ticks) {
            this.ticks = ticks;
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return ticks;
        }
    }
}
