package io.lanyard.workshop.labs.iam;

import io.lanyard.workshop.engine.Lab;
import io.lanyard.workshop.engine.Lab.Reach;
import io.lanyard.workshop.engine.Step;
import io.lanyard.workshop.labs.LabEnvironment;
import java.util.List;

/** Labs: "Integrating with IAM": which settings stand in the way of whoever collects events, and what an uploader needs. */
public final class IntegrateIamLab {
    /** Where a person puts the key of the service ID that he created by hand. */
    public static final String KEY_VARIABLE = Names.UPLOADER_VARIABLE;

    private final AccountState state;
    private final Uploader uploader;
    private final Before before;
    private final CreatorActs creators;
    private final AddressActs addresses;
    private final AuditStore store;
    private final UploadActs uploads;
    private final SettingsChecks checks;
    private final UploadChecks uploadChecks;

    private IntegrateIamLab(LabEnvironment environment) {
        var wayIn = new WayIn(environment);
        this.state = new AccountState(environment, wayIn);
        this.uploader = new Uploader(environment);
        this.before = new Before(environment, state, wayIn);
        this.creators = new CreatorActs(environment, state, uploader);
        this.addresses = new AddressActs(environment, state, wayIn, uploader);
        this.store = new AuditStore(environment);
        this.uploads = new UploadActs(environment, store, uploader);
        this.checks = new SettingsChecks(state, wayIn, uploader);
        this.uploadChecks = new UploadChecks(environment, state, store, uploader);
    }

    /**
     * Writes the lab for a place.
     *
     * @param environment where it will be played
     * @return the lab
     */
    public static Lab in(LabEnvironment environment) {
        var lab = new IntegrateIamLab(environment);
        return new Lab(
                "integrate-iam",
                "Integrating with IAM, before events are collected",
                "You know which IAM settings stop a collector of events, how to let it pass, and how little access it needs.",
                Reach.ACCOUNT_WIDE,
                List.of(
                        lab.lookAround(),
                        lab.restrictServiceIds(),
                        lab.creatorsGroup(),
                        lab.restrictApiKeys(),
                        lab.accountAddresses(),
                        lab.bothLists(),
                        lab.wayBack(),
                        lab.makeBuckets(),
                        lab.grantObjectWriter(),
                        lab.readDenied(),
                        lab.cleanUp()));
    }

    private Step lookAround() {
        return Step.of(
                "look-around",
                "Look at the account's IAM settings",
                s -> s.why(
                                "Who collects events needs an identity, a key and a place to log in from. Each can be restricted.")
                        .minutes(1)
                        .startsWith(scene -> {
                            uploader.lookAround();
                            before.lookAround();
                            store.lookAround();
                            state.lookAround();
                        })
                        .does(creators::showSettings)
                        .checks("the settings can be read", checks::settingsCanBeRead)
                        .hints(
                                "What could keep a new program from working in this account?",
                                "Look at IdentityClient.accountSettings().",
                                "identity.accountSettings().get(account)"));
    }

    private Step restrictServiceIds() {
        return Step.of(
                "restrict-service-ids",
                "Restrict service ID creation: denied, even for the owner",
                s -> s.why("A service ID outlives whoever made it, so many accounts want to know who may make one.")
                        .minutes(2)
                        .leaves(before.serviceIdRestriction())
                        .leaves(uploader.cleanUp())
                        .does(creators::restrictServiceIds)
                        .checks("service ID creation is restricted", checks::serviceIdsAreRestricted)
                        .checks("not even the owner may create one", checks::ownerMayNotCreateServiceIds)
                        .hints(
                                "Does the owner need a role for anything at all?",
                                "Look at IdentitySettings.withServiceIdCreation.",
                                "settings.update(account, s -> s.withServiceIdCreation(RESTRICTED))"));
    }

    private Step creatorsGroup() {
        return Step.of(
                "creators-group",
                "Let an access group create them",
                s -> s.why("A role that several people need belongs to a group: who joins has it, who leaves loses it.")
                        .minutes(4)
                        .leaves(before.group())
                        .does(creators::letTheGroupCreate)
                        .checks("the owner is in the group", checks::ownerIsInTheGroup)
                        .checks("the group has the role Service ID creator", checks::groupMayCreateServiceIds)
                        .checks("the service ID is there", checks::uploaderIsThere)
                        .hints(
                                "Who else will have to create service IDs next month?",
                                "Look at AccessGroupsClient, and at grant(SERVICE_ID_CREATOR).toGroup(…).",
                                "grant(SERVICE_ID_CREATOR).toGroup(group.id().value()).on(service(\"iam-identity\", account))"));
    }

    private Step restrictApiKeys() {
        return Step.of(
                "restrict-api-keys",
                "The same for API keys",
                s -> s.why(
                                "A user's key opens all that the user may open, so who may make one is a setting of its own.")
                        .minutes(3)
                        .leaves(before.apiKeyRestriction())
                        .leaves(before.userKey())
                        .leaves(uploader.keyCleanUp())
                        .does(creators::restrictApiKeys)
                        .checks("creation of user API keys is restricted", checks::keysAreRestricted)
                        .checks("the group has the role User API key creator", checks::groupMayCreateKeys)
                        .checks("the owner has a new key", checks::ownerHasKey)
                        .checks("the service ID has a key, too", checks::uploaderHasKey)
                        .hints(
                                "Is a service ID's key a user's key?",
                                "Look at policies().update: one policy, more roles.",
                                "policies.update(policy.id(), p -> p.withRoles(SERVICE_ID_CREATOR, USER_API_KEY_CREATOR))"));
    }

    private Step accountAddresses() {
        return Step.of(
                "account-addresses",
                "Allow one address for the whole account",
                s -> s.why(
                                "A stolen key is worth less where it gets no token. A collector's key, too: know its address first.")
                        .minutes(3)
                        .leaves(before.accountsAddresses())
                        .does(addresses::allowTheOffice)
                        .checks("the account allows " + Names.OFFICE + " alone", checks::onlyTheOfficeIsAllowed)
                        .checks("a login from " + Names.HERE + " is refused", checks::hereIsKeptOut)
                        .checks("a login from " + Names.OFFICE + " is not", checks::officeGetsIn)
                        .hints(
                                "When is an address looked at: when a token is made, or when it is used?",
                                "Look at IdentitySettings.withAllowedAddresses.",
                                "settings.update(account, s -> s.withAllowedAddresses(AllowedAddresses.of(\"127.0.0.2\")))"));
    }

    private Step bothLists() {
        return Step.of(
                "both-lists",
                "A list for a user as well: both must match",
                s -> s.why("A user's own list makes the account's narrower, never wider.")
                        .minutes(3)
                        .leaves(before.ownersAddresses())
                        .does(addresses::allowForBoth)
                        .checks(
                                "the account allows " + Names.HERE + " and " + Names.OFFICE,
                                checks::accountAllowsHereAndOffice)
                        .checks(
                                "the owner is allowed at " + Names.OFFICE + " and " + Names.HOME,
                                checks::ownerIsAllowedAtOfficeAndHome)
                        .checks("he gets a token at " + Names.OFFICE + " alone", checks::onlyTheOfficeIsOnBoth)
                        .hints(
                                "Which of three addresses is on both lists?",
                                "Look at IdentityClient.users().",
                                "identity.users().updateSettings(account, owner, s -> s.withAllowedAddresses(…))"));
    }

    private Step wayBack() {
        return Step.of(
                "way-back",
                "Locked out, and the way back",
                s -> s.why(
                                "A list that leaves you out locks you out as soon as your last token ends. Try it here, not at work.")
                        .minutes(2)
                        .does(addresses::lockOutAndComeBack)
                        .checks("both lists are open again", checks::listsAreOpen)
                        .checks("a login from " + Names.HERE + " gets a token", checks::hereGetsIn)
                        .hints(
                                "Who can still log in?",
                                "Look at Credentials.bearer: a token from there may be used here.",
                                "cloud.with(o -> o.credentials(Credentials.bearer(token)))"));
    }

    private Step makeBuckets() {
        return Step.of(
                "make-buckets",
                "A bucket for the events, and one for others",
                s -> s.why("Events need a place to go: a bucket. The other one is there to see that it stays closed.")
                        .minutes(2)
                        .leaves(store.instance())
                        .leaves(store.buckets())
                        .does(uploads::makeBuckets)
                        .checks("the Object Storage instance is there", uploadChecks::storeIsThere)
                        .checks("both buckets are in it", uploadChecks::bucketsAreThere)
                        .hints(
                                "Which resource group will the instance be in?",
                                "Look at ResourcesClient: groups() and instances(); buckets are made with IBM's COS client.",
                                "resources.instances().create(\"audit-store\", group.id(), lite)"));
    }

    private Step grantObjectWriter() {
        return Step.of(
                "grant-object-writer",
                "Object Writer on exactly one bucket",
                s -> s.why(
                                "A collector only adds. Object Writer is the role for that, and a policy can name one bucket.")
                        .minutes(3)
                        .does(uploads::uploadWithObjectWriter)
                        .checks("the service ID may upload to " + Names.BUCKET, uploadChecks::mayUpload)
                        .checks("it may not upload to " + Names.OTHER_BUCKET, uploadChecks::mayNotUploadElsewhere)
                        .checks("the event is in the bucket", uploadChecks::eventIsThere)
                        .hints(
                                "What is the least that an uploader needs?",
                                "Look at grant(OBJECT_WRITER), and at Targets.bucket.",
                                "grant(OBJECT_WRITER).to(uploader.iamId()).on(bucket(instance, \"audit-events\"))"));
    }

    private Step readDenied() {
        return Step.of(
                "read-denied",
                "Read it back: denied",
                s -> s.why(
                                "Who steals the uploader's key can add events and write over them, but read and delete none.")
                        .minutes(2)
                        .does(uploads::readIsDenied)
                        .checks("the event is still there", uploadChecks::eventIsThere)
                        .checks("the service ID can't read it", uploadChecks::mayNotRead)
                        .hints(
                                "Does a role that writes contain the one that reads?",
                                "Look at the why below the denial.",
                                "Object Writer holds cloud-object-storage.object.put, and not object.get"));
    }

    private Step cleanUp() {
        return Step.of(
                "clean-up",
                "Recap, and clean up",
                s -> s.why("Settings that bite everybody go back to what they were; so does all else.")
                        .minutes(1)
                        .does(uploads::recapAndCleanUp)
                        .checks("nothing that the lab created is left", uploadChecks::nothingIsLeft)
                        .hints(
                                "What did you change, and what did you create?",
                                "Buckets and instance first; then identities and the group; settings last.",
                                "settings.update(account, s -> s.withServiceIdCreation(NOT_SET).withApiKeyCreation(NOT_SET))"));
    }
}
