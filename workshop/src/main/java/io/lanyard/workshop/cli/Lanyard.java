package io.lanyard.workshop.cli;

import io.lanyard.core.IamException;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.labs.UnfitException;
import io.lanyard.workshop.oci.OciException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Command line: {@code lanyard labs | run | verify | sandbox}. Exit status 0: done; 1: a check failed; 2: wrong usage;
 * 3: the environment did not answer as it should.
 */
@Command(
        name = "lanyard",
        description = "Learn IBM Cloud IAM by being denied, and fixing it. Offline, in a sandbox that enforces.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "First steps:  ./lanyard run service-id   then   ./lanyard run registry",
            "Exit status:  0 done, 1 a check failed, 2 wrong usage, 3 environment"
        })
public final class Lanyard implements Runnable {
    private static final int USAGE = 2;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Lanyard(Console console) {
        this.console = console;
    }

    /**
     * Starts the program.
     *
     * @param arguments what a person typed
     */
    public static void main(String[] arguments) {
        System.exit(execute(Console.ofThisProcess(), arguments));
    }

    /**
     * Executes one command.
     *
     * @param console what it reads and writes
     * @param arguments what a person typed
     * @return the exit status
     */
    public static int execute(Console console, String... arguments) {
        var commands = new CommandLine(new Lanyard(console))
                .addSubcommand(new LabsCommand(console))
                .addSubcommand(new RunCommand(console))
                .addSubcommand(new VerifyCommand(console))
                .addSubcommand(new SandboxCommand(console))
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler((problem, typed) -> wrongUsage(console, problem))
                .setExecutionExceptionHandler((problem, line, result) -> environment(console, problem));
        int status = commands.execute(arguments);
        console.out().flush();
        console.err().flush();
        return status;
    }

    @Override
    public void run() {
        spec.commandLine().usage(console.out());
    }

    private static int wrongUsage(Console console, ParameterException problem) {
        var line = problem.getCommandLine();
        console.err().println(noSuchCommand(line, problem).orElseGet(problem::getMessage));
        console.err().println("Try './" + line.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }

    /** The parser would speak of an unmatched argument at an index; a person typed a command that isn't there. */
    private static Optional<String> noSuchCommand(CommandLine line, ParameterException problem) {
        return problem instanceof UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && !line.getSubcommands().isEmpty()
                ? Optional.of("There is no command '" + unmatched.getUnmatched().get(0) + "'. There are: "
                        + String.join(", ", line.getSubcommands().keySet()) + ".")
                : Optional.empty();
    }

    private static int environment(Console console, Exception problem) {
        var said = problem.getMessage();
        console.err().println(said == null ? problem.toString() : said);
        boolean saysWhatToDo =
                problem instanceof UnfitException || problem instanceof IamException || problem instanceof OciException;
        if (!saysWhatToDo) {
            problem.printStackTrace(console.err());
        }
        return Outcome.ENVIRONMENT.exitStatus();
    }
}
