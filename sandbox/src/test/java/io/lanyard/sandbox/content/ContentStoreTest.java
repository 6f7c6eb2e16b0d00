// Room: sandbox / content tests.
package io.lanyard.sandbox.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both stores promise about bytes with a name. */
class ContentStoreTest {
    @TempDir
    Path folder;

    private ContentStore store(boolean onDisk) throws IOException {
        return onDisk ? ContentStore.in(folder) : new EphemeralContent(200_000);
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Content put(ContentStore store, String name, byte[] bytes, long expected) throws IOException {
        var sink = store.sink(expected);
        var half = bytes.length / 2;
        sink.write(bytes, half);
        sink.write(java.util.Arrays.copyOfRange(bytes, half, bytes.length), bytes.length - half);
        return sink.keep(name);
    }

    private static byte[] read(Content content) throws IOException {
        try (var in = content.open()) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatGoesInComesOutWhateverWasExpected(boolean onDisk) throws IOException {
        try (var store = store(onDisk)) {
            for (var size : new int[] {0, 1, 65_536, 65_537, 300_000}) {
                for (var expected : new long[] {-1, size, 10, 100_000}) {
                    var content = put(store, "objects/" + size, bytes(size), expected);

                    assertThat(content.size()).isEqualTo(size);
                    assertThat(read(store.find("objects/" + size).orElseThrow()))
                            .isEqualTo(bytes(size));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readingBeginsWhereOneLikes(boolean onDisk) throws IOException {
        try (var store = store(onDisk)) {
            for (var size : new int[] {50_000, 100_000}) {
                var content = put(store, "objects/" + size, bytes(size), -1);
                try (var in = content.openAt(49_990)) {
                    assertThat(in.readNBytes(10)).isEqualTo(java.util.Arrays.copyOfRange(bytes(size), 49_990, 50_000));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deletedIsDeleted(boolean onDisk) throws IOException {
        try (var store = store(onDisk)) {
            put(store, "objects/a", bytes(10), 10);
            put(store, "objects/b", bytes(100_000), 100_000);

            store.delete("objects/a");
            store.delete("objects/b");
            store.delete("objects/c");

            assertThat(store.find("objects/a")).isEmpty();
            assertThat(store.find("objects/b")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTakenBackIsNotThere(boolean onDisk) throws IOException {
        try (var store = store(onDisk)) {
            for (var size : new int[] {1_000, 100_000}) {
                var sink = store.sink(-1);
                sink.write(bytes(size), size);
                sink.truncate(size / 2);
                try (var in = sink.open()) {
                    assertThat(in.readAllBytes()).hasSize(size / 2);
                }
                sink.discard();
            }
        }
    }

    @Test
    void whatIsTooMuchForTheMemoryGoesToFilesThatLeaveWithTheStore() throws IOException {
        var store = new EphemeralContent(200_000);
        put(store, "objects/1", bytes(60_000), -1);
        put(store, "objects/2", bytes(60_000), -1);
        put(store, "objects/3", bytes(60_000), -1);
        assertThat(store.folder()).isEmpty();

        var fourth = put(store, "objects/4", bytes(60_000), -1);
        var where = store.folder().orElseThrow();
        assertThat(where.resolve("objects/4")).hasBinaryContent(bytes(60_000));
        assertThat(read(fourth)).isEqualTo(bytes(60_000));

        store.delete("objects/1");
        put(store, "objects/5", bytes(60_000), -1);
        assertThat(where.resolve("objects/5")).doesNotExist();
        store.close();
        assertThat(where).doesNotExist();
        assertThatThrownBy(() -> store.sink(60_000 * 2)).hasMessage("the store is closed");
        assertThat(store.folder()).isEmpty();
    }

    @Test
    void aFolderServesOneStoreAtATime() throws IOException {
        try (var first = ContentStore.in(folder)) {
            assertThat(first.find("objects/1")).isEmpty();
            assertThatThrownBy(() -> ContentStore.in(folder)).hasMessage("another sandbox is using it");
        }
        ContentStore.in(folder).close();
    }

    @Test
    void whatAStoreHoldsGoesWithIt() throws IOException {
        try (var store = DataFolder.open(folder, "storage")) {
            put(store, "objects/1", bytes(10), 10);
            assertThat(folder.resolve("storage/objects/1")).exists();
        }
        assertThat(folder.resolve("storage/objects")).doesNotExist();
        DataFolder.open(folder, "storage").close();
    }

    @Test
    void whatAProcessThatDiedHasLeftGoesFirst() throws IOException {
        Files.createDirectories(folder.resolve("storage/objects"));
        Files.createFile(folder.resolve("storage/.lock"));
        Files.createFile(folder.resolve("storage/objects/1"));

        try (var store = DataFolder.open(folder, "storage")) {
            assertThat(store.find("objects/1")).isEmpty();
            assertThat(folder.resolve("storage/objects/1")).doesNotExist();
        }
    }

    @Test
    void theFilesOfOthersStayWhereTheyAre() throws IOException {
        Files.createDirectories(folder.resolve("storage"));
        var letter = Files.writeString(folder.resolve("storage/letter.txt"), "dear Ada");

        assertThatThrownBy(() -> DataFolder.open(folder, "storage"))
                .hasMessage(
                        "The data folder " + folder
                                + " can't be used: storage in it has files that are no sandbox's, and would have to be emptied");
        assertThat(letter).hasContent("dear Ada");
        assertThat(folder.resolve("storage/.lock")).doesNotExist();
    }

    @Test
    void aFolderThatIsNoneIsSaid() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file, "registry"))
                .hasMessageContaining("The data folder " + file + " can't be used");
    }
}
