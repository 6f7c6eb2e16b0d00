// Room: sandbox / services.
package io.lanyard.sandbox.services;

import io.lanyard.sandbox.kernel.Guard;
import io.lanyard.sandbox.kernel.KernelSettings;
import io.lanyard.sandbox.services.routing.Doors;
import io.lanyard.sandbox.services.token.Logins;
import io.lanyard.sandbox.services.token.Tokens;
import io.lanyard.sandbox.state.Directory;
import io.lanyard.sandbox.state.World;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What services are given to work with.
 *
 * @param directory finds accounts, keys and things by id
 * @param tokens knows and signs tokens
 * @param logins checks API keys and refresh tokens
 * @param guard the judge of all calls
 * @param settings how strict the sandbox is
 * @param firstWorld the world of calls that are in no account
 * @param dataFolder where content goes; memory when absent
 * @param doors what stands before the doors that events are delivered through: nothing, or a test that listens
 */
public record Surroundings(
        Directory directory,
        Tokens tokens,
        Logins logins,
        Guard guard,
        KernelSettings settings,
        Supplier<World> firstWorld,
        Optional<Path> dataFolder,
        UnaryOperator<Doors> doors) {}
