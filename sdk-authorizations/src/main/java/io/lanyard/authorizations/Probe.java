package io.lanyard.authorizations;

import io.lanyard.core.IbmCloud;

/**
 * Authorizations: tries whether an authorization has effect, by doing what it is for. An authorization counts some time after it
 * can be read, and only the service that asks for it can tell.
 */
@FunctionalInterface
public interface Probe {

    /**
     * Tries once.
     *
     * @param cloud to call with; its deadline is what is left of the waiting
     * @return whether it worked; an {@link io.lanyard.core.AccessDeniedException} or an
     *     {@link io.lanyard.core.InvalidRequestException}, as a failed write test is told, counts as no
     */
    boolean works(IbmCloud cloud);
}
