package io.lanyard.workshop.labs;

import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.registry.Region;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.oci.OciRegistry;
import io.lanyard.workshop.oci.Wire;
import io.lanyard.workshop.storage.ObjectStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Labs: no place at all, for a lab that is only described. */
final class Nowhere implements LabEnvironment {
    private static IllegalStateException nothing() {
        return new IllegalStateException("this lab is only described, not played");
    }

    @Override
    public IbmCloud cloud() {
        throw nothing();
    }

    @Override
    public Secret ownerKey() {
        throw nothing();
    }

    @Override
    public IbmCloud as(Secret key) {
        throw nothing();
    }

    @Override
    public OciRegistry registry(Region region) {
        throw nothing();
    }

    @Override
    public ObjectStore objectStorage(Secret key, Crn instance) {
        throw nothing();
    }

    @Override
    public ObjectStore publicStorage() {
        throw nothing();
    }

    @Override
    public Optional<Explanation> why(Refusal refusal) {
        return Optional.empty();
    }

    @Override
    public Optional<Secret> kept(String variable) {
        return Optional.empty();
    }

    @Override
    public Secret tokenFrom(String address, Secret key) {
        throw nothing();
    }

    @Override
    public Optional<LabEnvironment> partner() {
        throw nothing();
    }

    @Override
    public void deliverNow() {
        throw nothing();
    }

    @Override
    public Optional<Delivery> deliveryTo(String targetId) {
        throw nothing();
    }

    @Override
    public void advance(Duration time) {
        throw nothing();
    }

    @Override
    public List<String> facts() {
        return List.of();
    }

    @Override
    public void wireTo(Wire wire) {
        throw nothing();
    }

    @Override
    public void close() {
        // there is nothing to close
    }
}
