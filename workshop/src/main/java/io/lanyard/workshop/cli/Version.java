package io.lanyard.workshop.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Command line: the version, from the manifest of the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
        return new String[] {"lanyard " + version.orElse("(built from source)")};
    }
}
