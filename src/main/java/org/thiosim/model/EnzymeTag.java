package org.thiosim.model;

import java.util.regex.Pattern;

/**
 * An enzyme at a site, written {@code XO@gut}; without a site ({@code XO}) it stands for the enzyme everywhere.
 *
 * @param site empty for every site
 */
public record EnzymeTag(String enzyme, String site) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");

    public EnzymeTag {
        if (!WORD.matcher(enzyme).matches()
                || !(site.isEmpty() || WORD.matcher(site).matches())) {
            throw new IllegalArgumentException("an enzyme tag is ENZYME or ENZYME@site, for example XO@gut");
        }
    }

    public static EnzymeTag parse(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new EnzymeTag(text, "")
                : new EnzymeTag(text.substring(0, at), requireSite(text.substring(at + 1)));
    }

    private static String requireSite(String site) {
        if (site.isEmpty()) {
            throw new IllegalArgumentException("the site after @ is missing");
        }
        return site;
    }

    /** Whether an effect on this tag reaches a reaction with the other tag. */
    public boolean reaches(EnzymeTag other) {
        return enzyme.equals(other.enzyme) && (site.isEmpty() || site.equals(other.site));
    }

    @Override
    public String toString() {
        return site.isEmpty() ? enzyme : enzyme + "@" + site;
    }
}
