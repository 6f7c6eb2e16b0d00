package io.lanyard.core.call;

import io.lanyard.core.ApiFailure;
import io.lanyard.core.ConflictException;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Core, call: one call, ready to travel as often as its class allows; only the token is missing. */
record Plan(
        String operation,
        CallClass kind,
        String path,
        Request request,
        boolean authenticated,
        boolean replayable,
        boolean goneIsDone,
        boolean streamed,
        @Nullable Function<ApiFailure, ConflictException> onConflict) {}
