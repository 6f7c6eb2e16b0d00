package io.lanyard.core.call;

/** Core, call: where tokens come from. Whatever kind of credentials there is, this is its place. */
interface TokenSource {

    /**
     * Returns a token that is good for now.
     *
     * @param deadline when the call that needs it has to be over
     * @return the token
     * @throws io.lanyard.core.IamException when none can be had
     */
    Token token(Deadline deadline);

    /**
     * Returns another token than one that a service refused, or the same when there is no other to be had.
     *
     * @param refused what the service refused
     * @param deadline when the call that needs it has to be over
     * @return the token to try now
     * @throws io.lanyard.core.IamException when none can be had
     */
    Token renew(Token refused, Deadline deadline);
}
