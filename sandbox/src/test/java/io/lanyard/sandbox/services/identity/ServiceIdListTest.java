// Room: sandbox / IAM Identity, tests.
package io.lanyard.sandbox.services.identity;

import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.RouteScene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of service IDs over HTTP: pages, filters, and what a caller may see. */
class ServiceIdListTest extends RouteScene {
    @Test
    void listsPageByPageWithAbsoluteLinks() {
        for (int i = 0; i < 5; i++) {
            create(owner, "robot-" + i);
        }
        List<String> names = new ArrayList<>();
        String next = "/v1/serviceids/?pagesize=2&sort=name&order=desc&account_id=" + account.id();

        while (next != null) {
            var page = owner.get(next).json();
            assertThat(page.get("limit").getAsInt()).isEqualTo(2);
            page.getAsJsonArray("serviceids")
                    .forEach(s -> names.add(s.getAsJsonObject().get("name").getAsString()));
            next = page.has("next") ? page.get("next").getAsString() : null;
            assertThat(next == null || next.startsWith(sandbox.url() + "/v1/serviceids/?pagetoken="))
                    .isTrue();
        }

        assertThat(names).containsExactly("robot-4", "robot-3", "robot-2", "robot-1", "robot-0");
    }

    @Test
    void listsOnlyWhatTheCallerMayRead() {
        create(owner, "owners");
        create(ada, "adas");

        var list = ada.get("/v1/serviceids/?account_id=" + account.id()).json().getAsJsonArray("serviceids");

        assertThat(list).hasSize(1);
        assertThat(list.get(0).getAsJsonObject().get("name").getAsString()).isEqualTo("adas");
    }

    @Test
    void filtersByTextAndName() {
        create(owner, "Build one");
        create(owner, "build two");
        create(owner, "other");
        String base = "/v1/serviceids/?account_id=" + account.id();

        assertThat(count(base + "&filter=name%20co_ci%20%22BUILD%22")).isEqualTo(2);
        assertThat(count(base + "&filter=name%20sw%20%22Build%22")).isEqualTo(1);
        assertThat(count(base + "&name=other")).isEqualTo(1);
        assertThat(count(base + "&name=others")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pagesize=0",
                "pagesize=101",
                "pagesize=many",
                "order=up",
                "sort=age",
                "filter=name",
                "pagetoken=!!",
                "group_id=none",
                "colour=red"
            })
    void refusesBadParameters(String parameter) {
        assertThat(owner.get("/v1/serviceids/?account_id=" + account.id() + "&" + parameter)
                        .status())
                .isEqualTo(400);
    }

    private String create(Actor actor, String name) {
        var answer =
                actor.post("/v1/serviceids/", json("account_id", account.id().value(), "name", name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return text(answer, "id");
    }

    private int count(String list) {
        return owner.get(list).json().getAsJsonArray("serviceids").size();
    }
}
