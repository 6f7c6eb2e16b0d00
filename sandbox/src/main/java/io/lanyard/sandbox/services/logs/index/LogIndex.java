// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import io.lanyard.sandbox.services.logs.ingestion.LogRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The logs of one instance. What is small and new is in memory, the rest in files that nobody needs once the sandbox has ended, so
 * nothing is ever committed. What was taken in is found by the next search. Safe for many threads.
 */
public final class LogIndex implements AutoCloseable {
    private static final double BUFFER_MB = 32;
    private static final int SEGMENTS_AT_ONCE = 16;
    private static final double LARGEST_CACHED_SEGMENT_MB = 2;
    private static final double CACHE_MB = 8;

    private final LogFolder folder;
    private final NRTCachingDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Mapping mapping = new Mapping();
    private final Documents documents = new Documents(mapping);
    private final AtomicLong numbers = new AtomicLong();

    /** Begins empty. */
    public LogIndex(LogFolder folder) {
        this.folder = folder;
        try {
            directory = new NRTCachingDirectory(new NIOFSDirectory(folder.path()), LARGEST_CACHED_SEGMENT_MB, CACHE_MB);
            writer = new IndexWriter(directory, settings());
            searchers = new SearcherManager(writer, true, false, new Uncached());
        } catch (IOException unusable) {
            folder.close();
            throw new UncheckedIOException("The logs have no place in " + folder.path(), unusable);
        }
    }

    private static IndexWriterConfig settings() {
        var merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(4, 1);
        return new IndexWriterConfig(new NoAnalyzer())
                .setRAMBufferSizeMB(BUFFER_MB)
                .setMergePolicy(new TieredMergePolicy()
                        .setSegmentsPerTier(SEGMENTS_AT_ONCE)
                        .setMaxMergeAtOnce(SEGMENTS_AT_ONCE))
                .setMergeScheduler(merges)
                .setCommitOnClose(false);
    }

    /** Words come with the logs, already taken apart. */
    private static final class NoAnalyzer extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            throw new IllegalStateException("nothing is left to be taken apart in " + field);
        }
    }

    /** Queries over logs hardly ever repeat; what a cache keeps, nobody asks for again. */
    private static final class Uncached extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            var searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    /**
     * Takes logs in, all of them or none.
     *
     * @throws GoneException when the instance went meanwhile
     * @throws UncheckedIOException when there is no room
     */
    public void add(List<LogRecord> logs) {
        if (logs.isEmpty()) {
            return;
        }
        try {
            writer.addDocuments(() -> documents(logs.iterator()));
        } catch (AlreadyClosedException closed) {
            throw new GoneException();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private Iterator<Iterable<? extends IndexableField>> documents(Iterator<LogRecord> logs) {
        var tokens = new Tokens();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return logs.hasNext();
            }

            @Override
            public Iterable<? extends IndexableField> next() {
                return documents.of(logs.next(), numbers.incrementAndGet(), tokens);
            }
        };
    }

    /**
     * Begins a search over what has been taken in so far. The caller closes it.
     *
     * @throws GoneException when the instance went meanwhile
     */
    public Search search() {
        try {
            searchers.maybeRefreshBlocking();
            return new Search(searchers);
        } catch (AlreadyClosedException closed) {
            throw new GoneException();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns what it knows of the fields of its logs. */
    public KnownFields fields() {
        return mapping;
    }

    /** Returns the fields that were of another kind than before, in words; the first few. */
    public List<String> clashes() {
        return mapping.clashes();
    }

    /** Tells whether logs had more fields than an instance takes; the later ones are found as free text alone. */
    public boolean isFull() {
        return mapping.isFull();
    }

    /** Forgets everything. */
    @Override
    public void close() {
        try (folder;
                directory;
                writer;
                searchers) {
            writer.rollback();
        } catch (IOException ignoredByNobody) {
            throw new UncheckedIOException(ignoredByNobody);
        }
    }

    /** The instance went while something was done with it. */
    public static final class GoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Says so. */
        public GoneException() {
            super("The logs instance was removed.");
        }
    }
}
