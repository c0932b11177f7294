package io.telproof.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is printed.
 *
 * @param inWords for a person
 * @param fields for a program: the components of the canonical type, null where there is nothing to
 *     say
 */
record DisplayValue(String inWords, Map<String, @Nullable Object> fields) {}
