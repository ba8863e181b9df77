package org.thiosim.chart;

import java.util.List;

/**
 * What a picture of percentile bands shows.
 *
 * @param name of its file
 * @param headline the observable
 * @param panels the plots, row by row; a ratio begins when both its substances are there
 * @param ranges windows and limits that hold for every plot
 * @param aside what stands with every plot
 */
record BandSheet(
        String name,
        String headline,
        String subtitle,
        String unit,
        List<BandPanel> panels,
        List<ReferenceRange> ranges,
        Aside aside) {
    private static final int MOST_COLUMNS = 3;

    BandSheet {
        panels = ValueScale.isRatio(unit)
                ? panels.stream().map(BandSheet::sinceKnown).toList()
                : List.copyOf(panels);
        ranges = List.copyOf(ranges);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("'" + headline + "' has no plot; give at least one");
        }
    }

    /**
     * Times at which treatments change, and lines under the plots.
     *
     * @param changes in h
     * @param notes what is taken, in quiet letters
     * @param cautions contraindications
     */
    record Aside(List<Double> changes, List<String> notes, List<String> cautions) {
        static final Aside NONE = new Aside(List.of(), List.of(), List.of());

        Aside {
            changes = List.copyOf(changes);
            notes = List.copyOf(notes);
            cautions = List.copyOf(cautions);
        }
    }

    private static BandPanel sinceKnown(BandPanel panel) {
        return new BandPanel(
                panel.title(),
                panel.bands().stream().map(BandPanel.Band::sinceKnown).toList());
    }

    /** Plots side by side. */
    int columns() {
        return Math.min(MOST_COLUMNS, panels.size());
    }

    int rows() {
        return (panels.size() + columns() - 1) / columns();
    }

    /** The first band of each arm. */
    List<BandPanel.Band> arms() {
        return panels.stream()
                .flatMap(p -> p.bands().stream())
                .filter(b -> panels.stream()
                        .flatMap(p -> p.bands().stream())
                        .filter(other -> other.arm().equals(b.arm()))
                        .findFirst()
                        .orElse(b)
                        .equals(b))
                .toList();
    }
}
