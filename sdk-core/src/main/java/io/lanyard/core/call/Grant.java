package io.lanyard.core.call;

import java.time.Duration;

/** Core, call: one way to be given a token. Asks each time it is told to; when to ask is somebody else's decision. */
@FunctionalInterface
interface Grant {

    /**
     * Asks for a token.
     *
     * @param deadline when the answer has to be here
     * @return what was given
     * @throws io.lanyard.core.IamException when none was
     */
    Granted ask(Deadline deadline);

    /**
     * What was given.
     *
     * @param token the token
     * @param life how long it is good for, from the moment of asking on
     */
    record Granted(Token token, Duration life) {}
}
