package io.lanyard.workshop.engine;

/**
 * Engine: a request in one line, in domain words.
 *
 * @param verb what is done: "pull"
 * @param object to what: "us-south  my_namespace/hello-world:3.6"
 * @param actor by whom; empty when it is the account owner
 */
public record Request(String verb, String object, String actor) {

    /**
     * A request of the account owner.
     *
     * @param verb what is done
     * @param object to what
     * @return the request
     */
    public static Request of(String verb, String object) {
        return new Request(verb, object, "");
    }

    /**
     * The same request by somebody else.
     *
     * @param name who asks
     * @return the request
     */
    public Request as(String name) {
        return new Request(verb, object, name);
    }
}
