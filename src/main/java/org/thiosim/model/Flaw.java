package org.thiosim.model;

/**
 * Something wrong with a model, with its place in the file.
 *
 * @param section the file's section, for example {@code reactions}
 * @param id the entry within the section
 * @param field the key within the entry; empty for the entry itself
 */
public record Flaw(String section, String id, String field, String message) {}
