package io.lanyard.core.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Core, JSON: marks the component of a record that keeps the fields which the record doesn't name, so that nothing a service tells
 * is lost. Its type is one that a JSON object makes, an empty one when there is nothing to keep; written, its fields stand beside
 * those of the others.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Others {}
