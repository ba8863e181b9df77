package org.thiosim.chart;

/**
 * Where times and values lie in the picture.
 *
 * @param plot the area inside the axes, px
 * @param time the axis along its width
 * @param value the axis along its height
 */
record Scales(Box plot, TimeAxis time, ValueScale value) {
    double x(double hour) {
        return plot.left() + time.share(hour) * plot.width();
    }

    double y(double amount) {
        return plot.bottom() - value.share(amount) * plot.height();
    }

    double hour(double x) {
        return time.fromHour() + (x - plot.left()) / plot.width() * (time.untilHour() - time.fromHour());
    }
}
