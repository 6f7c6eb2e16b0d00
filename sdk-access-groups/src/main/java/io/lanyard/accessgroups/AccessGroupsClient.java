package io.lanyard.accessgroups;

import io.lanyard.core.IbmCloud;
import io.lanyard.core.call.Endpoint;
import io.lanyard.core.call.Service;

/**
 * Access groups: the way in to groups and their members.
 *
 * <pre>{@code
 * var accessGroups = new AccessGroupsClient(cloud);
 * var creators = accessGroups.groups().create(account, "creators");
 * accessGroups.members().add(creators.id(), owner, robot.iamId());
 * }</pre>
 *
 * <p>A client is a cheap view: it holds no connection, and many threads may share it. Every operation throws an
 * {@link io.lanyard.core.IamException} when the service says no or can't be reached.
 */
public final class AccessGroupsClient {

    private final Service iam;

    /**
     * Opens the client; nothing is sent yet.
     *
     * @param cloud whose credentials and connections to use
     */
    public AccessGroupsClient(IbmCloud cloud) {
        this.iam = new Service(cloud, Endpoint.ACCESS_GROUPS);
    }

    /** {@return the groups themselves} */
    public AccessGroups groups() {
        return new AccessGroups(iam);
    }

    /** {@return who is in them} */
    public Members members() {
        return new Members(iam);
    }

    /** {@return whether the group of everybody counts} */
    public PublicAccess publicAccess() {
        return new PublicAccess(iam);
    }
}
