package io.lanyard.core;

import java.util.Optional;

/**
 * Core: one error of an answer, whatever shape the service wrote it in.
 *
 * @param code the service's code; numbers are written as text
 * @param message the service's own sentence
 * @param messageCode a second code, such as {@code BXNIM0102E}
 * @param details more of it, as text; a JSON object stays JSON
 * @param moreInfo an address or a note
 * @param target what the error is about, such as {@code parameter rule_id}
 * @param recovery what the service says to do about it, or what stands in the way
 */
public record ErrorDetail(
        Optional<String> code,
        Optional<String> message,
        Optional<String> messageCode,
        Optional<String> details,
        Optional<String> moreInfo,
        Optional<String> target,
        Optional<String> recovery) {}
