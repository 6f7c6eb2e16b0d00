// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.registry.ImageName;
import io.lanyard.sandbox.services.registry.RegistryAccount;
import io.lanyard.sandbox.services.registry.RegistryRights;
import io.lanyard.sandbox.services.registry.RegistryState;
import io.lanyard.sandbox.services.registry.catalog.Namespace;
import io.lanyard.sandbox.services.registry.catalog.RegionCatalog;
import io.lanyard.sandbox.services.registry.catalog.Repository;
import io.lanyard.sandbox.services.registry.oci.RepositoryName;
import io.lanyard.sandbox.state.Account;
import java.util.Optional;
import java.util.stream.Stream;

/** What all management calls share: the account in the {@code Account} header, targets, and what the caller may see. */
final class Desk {
    private static final String ACCOUNT = "Account";
    private static final String NO_ACCOUNT = "You are not authorized to access the specified account. "
            + "See https://cloud.ibm.com/docs/Registry?topic=Registry-troubleshoot-auth-req";

    private final RegistryState state;

    Desk(RegistryState state) {
        this.state = state;
    }

    /** Returns the account that the call is about: the caller's, which the header must name. */
    Account account(Call call) {
        var id = call.header(ACCOUNT)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> Refusal.of(Problem.MISSING, "The header 'Account' is required: the account's id.")
                        .about(ACCOUNT));
        var account = call.directory()
                .account(id)
                .filter(found -> call.caller().actsIn(id))
                .orElseThrow(() -> Refusal.of(Problem.FORBIDDEN, NO_ACCOUNT).code("CRG0009E"));
        return account;
    }

    /** The account's registry in the region of the call, over a network that it allows. */
    Target service(Call call) {
        var account = account(call);
        RegistryRights.network(call, account);
        return RegistryRights.service(account, call.region());
    }

    /** The same for the authorization options, which must stay within reach when the public network is shut out. */
    Target serviceOverAnyNetwork(Call call) {
        return RegistryRights.service(account(call), call.region());
    }

    Target namespace(Call call, String name) {
        var account = account(call);
        RegistryRights.network(call, account);
        return RegistryRights.namespace(account, call.region(), name, owned(call, account, name));
    }

    /** The namespace of an image, named in audit events as the image that was asked for. */
    Target image(Call call, ImageName image) {
        var target = namespace(call, image.repository().namespace());
        var crn = "crn:v1:bluemix:public:" + RegistryRights.SERVICE + ":" + call.region() + ":a/"
                + target.account().id() + "::image:" + image.shown(call.region());
        return target.named(crn, image.shown(call.region()));
    }

    RegionCatalog catalog(Call call) {
        return state.catalog(account(call).world(), call.region());
    }

    RegistryAccount registry(Call call) {
        return RegistryAccount.of(account(call));
    }

    private Optional<Namespace> owned(Call call, Account account, String name) {
        return state.catalog(account.world(), call.region())
                .namespaces()
                .find(name)
                .filter(found -> found.accountId().equals(account.id()));
    }

    /** Returns a namespace of the account, or refuses with 404, which is also the answer for other accounts' namespaces. */
    Namespace existing(Call call, String name) {
        return owned(call, account(call), name)
                .orElseThrow(() -> Refusal.of(
                                Problem.NOT_FOUND,
                                "The account has no namespace '" + shown(name) + "' in " + call.region() + ".")
                        .code("CRG0404E"));
    }

    Repository existing(Call call, RepositoryName name) {
        existing(call, name.namespace());
        return catalog(call).repository(name).orElseThrow(() -> noImage(name.value()));
    }

    static Refusal noImage(String name) {
        return Refusal.of(Problem.NOT_FOUND, "The image '" + shown(name) + "' was not found.")
                .code("CRG0404E");
    }

    /** Streams the account's namespaces that the caller may do something in. */
    Stream<Namespace> namespaces(Call call, String action) {
        var account = account(call);
        return catalog(call)
                .namespaces()
                .of(account.id())
                .filter(namespace -> RegistryRights.may(
                        call,
                        action,
                        RegistryRights.namespace(account, call.region(), namespace.name(), Optional.of(namespace))));
    }

    /** Streams the repositories that the caller may do something in, of one namespace if one is asked for. */
    Stream<Repository> repositories(Call call, String action) {
        var wanted = call.query("namespace").filter(name -> !name.isEmpty());
        return namespaces(call, action)
                .filter(namespace -> wanted.isEmpty() || wanted.get().equals(namespace.name()))
                .flatMap(namespace -> catalog(call).repositories(namespace.name()));
    }

    static String shown(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
