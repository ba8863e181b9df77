package org.thiosim.io;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What else drugs are called in clinics. */
final class DrugNames {
    private static final Map<String, String> MEANT = Map.ofEntries(
            entry("aza", "azathioprine"),
            entry("imuran", "azathioprine"),
            entry("imurek", "azathioprine"),
            entry("6mp", "mercaptopurine"),
            entry("mp", "mercaptopurine"),
            entry("purinethol", "mercaptopurine"),
            entry("6tg", "thioguanine"),
            entry("tg", "thioguanine"),
            entry("tioguanine", "thioguanine"),
            entry("mtx", "methotrexate"),
            entry("5asa", "mesalazine"),
            entry("mesalamine", "mesalazine"),
            entry("zyloric", "allopurinol"));

    private DrugNames() {}

    /** The drug that a name stands for. */
    static Optional<String> meant(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Optional.ofNullable(MEANT.get(plain));
    }

    /** The end of a message on an unknown drug: what was meant, or what is known. */
    static String suggestion(String name, Set<String> known) {
        return meant(name).map(m -> "; did you mean '" + m + "'?").orElseGet(() -> YamlMap.suggestion(name, known));
    }
}
