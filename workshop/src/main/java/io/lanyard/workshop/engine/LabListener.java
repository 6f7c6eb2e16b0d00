package io.lanyard.workshop.engine;

/** Engine: a face of the engine: it is told what happens, in order, and shows it in its own way. */
@FunctionalInterface
public interface LabListener {

    /**
     * Takes notice of what happens.
     *
     * @param event what happens
     */
    void on(LabEvent event);
}
