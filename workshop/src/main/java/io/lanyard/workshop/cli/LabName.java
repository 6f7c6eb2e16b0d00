package io.lanyard.workshop.cli;

import io.lanyard.workshop.labs.LabCatalog;
import io.lanyard.workshop.labs.LabSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command line: the name of a lab. */
final class LabName {
    @Parameters(index = "0", paramLabel = "LAB", description = "Which lab; './lanyard labs' lists them.")
    private String name = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    LabSource lab() {
        return LabCatalog.find(name)
                .orElseThrow(() -> wrong("There is no lab called '" + name + "'. There are: "
                        + String.join(", ", LabCatalog.ids()) + "."));
    }

    ParameterException wrong(String message) {
        CommandLine line = spec.commandLine();
        return new ParameterException(line, message);
    }
}
