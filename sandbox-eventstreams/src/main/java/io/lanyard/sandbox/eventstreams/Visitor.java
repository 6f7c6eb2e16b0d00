// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import org.apache.kafka.common.security.auth.KafkaPrincipal;

/**
 * Who has logged in, as Kafka knows him. Two tokens of one identity are the same principal, as a client that logs in anew on its
 * connection must be; what tells them apart is the ticket.
 */
final class Visitor extends KafkaPrincipal {
    private final String ticket;
    private final String address;

    /**
     * Makes one.
     *
     * @param name his name
     * @param ticket what the gatekeeper gave him
     * @param address where he calls from
     */
    Visitor(String name, String ticket, String address) {
        super(USER_TYPE, name);
        this.ticket = ticket;
        this.address = address;
    }

    String ticket() {
        return ticket;
    }

    String address() {
        return address;
    }

    /** Tells whether it is the broker itself. */
    boolean itself() {
        return getName().equals(Gatekeepers.ITSELF);
    }

    /** As of every principal: the same name is the same person. */
    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
