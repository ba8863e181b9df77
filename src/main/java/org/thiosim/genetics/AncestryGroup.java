package org.thiosim.genetics;

/**
 * A population whose allele frequencies were counted together.
 *
 * @param name as in the frequency table, such as {@code East Asian}
 */
public record AncestryGroup(String name) {
    public AncestryGroup {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an ancestry group needs a name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
