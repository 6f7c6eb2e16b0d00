// Room: sandbox / JUnit.
package io.lanyard.sandbox.junit;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Leads the content of an upload past WireMock: it unpacks any request body that looks like gzip, whatever its headers say
 * (WireMockHttpServletRequestAdapter, 3.13.2), and an image layer would arrive with another digest. The calls before and after
 * it, and so the journal of what was pushed, still go through.
 */
final class StraightUploads implements ResponseTransformerV2 {
    private static final String LOCATION = "Location";
    private static final String UPLOADS = "/blobs/uploads/";

    private final String url;

    StraightUploads(String url) {
        this.url = url;
    }

    @Override
    public String getName() {
        return "straight-uploads";
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        var location = response.getHeaders().getHeader(LOCATION);
        if (!location.isPresent()
                || !location.firstValue().startsWith("/")
                || !location.firstValue().contains(UPLOADS)) {
            return response;
        }
        var others = response.getHeaders().all().stream()
                .filter(header -> !header.keyEquals(LOCATION))
                .toList();
        var headers = new HttpHeaders(others).plus(new HttpHeader(LOCATION, url + location.firstValue()));
        return Response.Builder.like(response).but().headers(headers).build();
    }
}
