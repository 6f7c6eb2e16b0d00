// Room: sandbox / object storage tests. What is in a bucket, in both versions of the list.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {
    private static StorageScene scene;

    @BeforeAll
    static void begin() {
        scene = new StorageScene();
        scene.owner.bucket("lists");
        for (var key : new String[] {"a", "b/1", "b/2", "b/c/3", "d%20e", "f", "%F0%9F%98%80", "%EF%BD%81"}) {
            scene.owner.put("/lists/" + key, "x");
        }
    }

    @AfterAll
    static void end() {
        scene.close();
    }

    private static String keys(String query) {
        var text = scene.owner.get("/lists?" + query).text();
        return text.replaceAll("(?s)<Name>.*?<IsTruncated>", "<IsTruncated>")
                .replaceAll("<(LastModified|ETag|Size|StorageClass|Owner|ID|DisplayName)>[^<]*</\\1>", "")
                .replaceAll("(?s)^.*?<IsTruncated>(true|false)</IsTruncated>", "$1 ")
                .replaceAll("<NextContinuationToken>[^<]*</NextContinuationToken>", "")
                .replaceAll("<[^>]*>+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list-type=2&encoding-type=url | false a b/1 b/2 b/c/3 d%20e f %EF%BD%81 %F0%9F%98%80",
                "list-type=2&delimiter=/&max-keys=3&prefix= | true a d e b/",
                "list-type=2&prefix=b/ | false b/1 b/2 b/c/3",
                "list-type=2&prefix=b/&delimiter=/ | false b/1 b/2 b/c/",
                "list-type=2&prefix=b/&start-after=b/1 | false b/2 b/c/3",
                "list-type=2&start-after=f&encoding-type=url | false %EF%BD%81 %F0%9F%98%80",
                "list-type=2&max-keys=0 | false",
                "list-type=2&prefix=zz | false",
                "list-type=2&delimiter=/&start-after=b/ | false d e f ａ 😀",
                "list-type=2&delimiter=/&start-after=b/1&max-keys=1 | true b/",
                "marker=a&max-keys=2 | true b/1 b/2",
                "prefix=b&delimiter=/ | false b/",
                "list-type=2&prefix=b/c/3 | false b/c/3"
            })
    void lists(String query, String expected) {
        assertThat(keys(query)).isEqualTo(expected);
    }

    @Test
    void listsGoOnWhereTheyStopped() {
        var seen = new StringBuilder();
        var token = "";
        do {
            var page = scene.owner.get("/lists?list-type=2&delimiter=/&max-keys=1"
                    + (token.isEmpty() ? "" : "&continuation-token=" + token));
            seen.append(page.element("KeyCount"));
            token = page.element("NextContinuationToken");
        } while (!token.isEmpty());
        assertThat(seen.toString()).isEqualTo("111111");
        var first = scene.owner.get("/lists?delimiter=/&max-keys=2");
        assertThat(first.element("NextMarker")).isEqualTo("b/");
        assertThat(scene.owner.get("/lists?delimiter=/&marker=b/").text())
                .contains("<Key>d e</Key>")
                .doesNotContain("b/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"max-keys=many", "max-keys=-1", "list-type=2&encoding-type=x", "list-type=2&continuation-token=!"
            })
    void listsThatMakeNoSense(String query) {
        assertThat(scene.owner.get("/lists?" + query).problem()).isEqualTo("400 InvalidArgument");
    }

    @Test
    void charactersThatXmlCannotSayAreReferencesAsAtS3() {
        scene.owner.bucket("odd-keys");
        scene.owner.put("/odd-keys/%01a%0Ab%0D%09%1F%EF%BF%BEz", "x");

        assertThat(scene.owner.get("/odd-keys").text()).contains("<Key>&#x1;a\nb&#xd;\t&#x1f;&#xfffe;z</Key>");
        assertThat(scene.owner.get("/odd-keys?encoding-type=url").text())
                .contains("<Key>%01a%0Ab%0D%09%1F%EF%BF%BEz</Key>");
        assertThat(scene.owner.get("/odd-keys?prefix=%02").text()).contains("<Prefix>&#x2;</Prefix>");
    }

    @Test
    void everyObjectIsItsOwnAndOnlyVersion() {
        var all = scene.owner.get("/lists?versions&prefix=b/&delimiter=/");
        assertThat(all.text())
                .contains("<Version><Key>b/1</Key><VersionId>null</VersionId><IsLatest>true</IsLatest>")
                .contains("<CommonPrefixes><Prefix>b/c/</Prefix></CommonPrefixes>")
                .contains("<IsTruncated>false</IsTruncated>");
        var page = scene.owner.get("/lists?versions&max-keys=2");
        assertThat(page.element("NextKeyMarker")).isEqualTo("b/1");
        assertThat(page.element("NextVersionIdMarker")).isEqualTo("null");
        assertThat(scene.owner
                        .get("/lists?versions&max-keys=2&key-marker=b/1&version-id-marker=null")
                        .element("Key"))
                .isEqualTo("b/2");

        scene.owner.put("/lists/f?versionId=null", "y");
        assertThat(scene.owner.get("/lists/f?versionId=null").text()).isEqualTo("y");
        assertThat(scene.owner.get("/lists/f?versionId=abc").problem()).isEqualTo("501 NotImplemented");
        assertThat(scene.owner
                        .put("/lists/g", "", "x-amz-copy-source", "/lists/f?versionId=abc")
                        .problem())
                .isEqualTo("404 NoSuchVersion");
        var deleted = scene.owner.post(
                "/lists?delete",
                "<Delete><Object><Key>f</Key><VersionId>abc</VersionId></Object></Delete>",
                "Content-MD5",
                "UU/iSYsCQO/d8yBWJhNbWQ==");
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.element("Code")).isEqualTo("NoSuchVersion");
        assertThat(scene.owner.get("/lists/f").status()).isEqualTo(200);
    }
}
