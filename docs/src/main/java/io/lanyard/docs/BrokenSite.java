// Docs: why a site isn't published.
package io.lanyard.docs;

import java.util.List;

/** The site has faults; each is one line. */
final class BrokenSite extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenSite(List<String> faults) {
        super(faults.size() + " fault(s):\n" + String.join("\n", faults));
    }
}
