package io.lanyard.workshop.oci;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Registry client: where a registry sends a client for a token: the header {@code Www-Authenticate}, with or without quotes. */
record Challenge(String realm, String service) {
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z_]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,]+))");

    static Challenge read(String header) {
        if (!header.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length())) {
            throw new OciException("this host doesn't ask for a token as a registry does; is the address right?");
        }
        Map<String, String> parameters = new HashMap<>();
        var matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
            var quoted = matcher.group(2);
            parameters.put(matcher.group(1), quoted == null ? matcher.group(3) : quoted);
        }
        return new Challenge(parameters.getOrDefault("realm", ""), parameters.getOrDefault("service", ""));
    }
}
