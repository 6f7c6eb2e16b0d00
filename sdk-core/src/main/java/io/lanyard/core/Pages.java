package io.lanyard.core;

import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Core: a list of any length, read page by page while somebody looks at it, with one page in memory. Each iteration starts anew
 * and calls the network: it can throw what any call can.
 *
 * @param <T> what is in the list
 */
public final class Pages<T> implements Iterable<T> {

    private static final CallEvent LIST =
            new CallEvent("list", "GET", "", OptionalInt.empty(), Optional.empty(), 0, Duration.ZERO);

    private final Function<Optional<String>, Page<T>> read;
    private final Optional<String> start;

    private Pages(Function<Optional<String>, Page<T>> read, Optional<String> start) {
        this.read = read;
        this.start = start;
    }

    /**
     * Lists what a function reads page by page.
     *
     * @param read from a page's token, empty for the first, to the page
     * @param <T> what is in the list
     * @return the list; nothing is read yet
     */
    public static <T> Pages<T> of(Function<Optional<String>, Page<T>> read) {
        return new Pages<>(read, Optional.empty());
    }

    /**
     * Lists from a page on that {@link Page#next()} named earlier.
     *
     * @param token the page's token
     * @return the rest of the list
     */
    public Pages<T> from(String token) {
        return new Pages<>(read, Optional.of(token));
    }

    /**
     * Changes every item, as it is read.
     *
     * @param change from an item to what it shall be
     * @param <R> what it shall be
     * @return a list of as many pages
     */
    public <R> Pages<R> map(Function<? super T, ? extends R> change) {
        return new Pages<>(
                token -> {
                    var page = read.apply(token);
                    return new Page<R>(page.items().stream().<R>map(change).toList(), page.next());
                },
                start);
    }

    @Override
    public Iterator<T> iterator() {
        return new ItemIterator<>(new PageIterator<>(read, start));
    }

    /**
     * Streams the items. Pages are read as the stream gets to them.
     *
     * @return a sequential stream
     */
    public Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false);
    }

    /**
     * Goes page by page.
     *
     * @return the pages, each read when it is asked for
     */
    public Iterable<Page<T>> pages() {
        return () -> new PageIterator<>(read, start);
    }

    private static final class PageIterator<T> implements Iterator<Page<T>> {
        private final Function<Optional<String>, Page<T>> read;
        private final Set<String> seen = new HashSet<>();
        private Optional<String> next;
        private boolean more = true;

        PageIterator(Function<Optional<String>, Page<T>> read, Optional<String> start) {
            this.read = read;
            this.next = start;
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public Page<T> next() {
            if (!more) {
                throw new NoSuchElementException("there is no further page");
            }
            var page = read.apply(next);
            if (next.isPresent()) {
                seen.add(next.get());
            }
            if (page.next().isPresent() && seen.contains(page.next().get())) {
                throw new DecodeException(
                        "the list goes in circles: page '" + page.next().get() + "' comes again. Report this to IBM.",
                        LIST,
                        null);
            }
            next = page.next();
            more = next.isPresent();
            return page;
        }
    }

    private static final class ItemIterator<T> implements Iterator<T> {
        private final Iterator<Page<T>> pages;
        private Iterator<T> items = java.util.Collections.emptyIterator();

        ItemIterator(Iterator<Page<T>> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            while (!items.hasNext() && pages.hasNext()) {
                items = pages.next().items().iterator();
            }
            return items.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the list is at its end");
            }
            return items.next();
        }
    }
}
