// Checks: IBM's own Node SDK, unchanged, tells its story to the sandbox. It reads only the environment variables that
// `lanyard sandbox` prints; run by NodeSdkIT. Each step says what it saw, the first surprise ends the program.
'use strict';

const assert = require('node:assert/strict');
const IamIdentityV1 = require('@ibm-cloud/platform-services/iam-identity/v1');
const IamPolicyManagementV1 = require('@ibm-cloud/platform-services/iam-policy-management/v1');

const accountId = process.env.IBMCLOUD_ACCOUNT_ID;
const identity = IamIdentityV1.newInstance({});
const policies = IamPolicyManagementV1.newInstance({});

async function step(title, act) {
  const result = await act();
  console.log(`ok - ${title}`);
  return result;
}

async function refused(status, call) {
  await assert.rejects(call, (error) => {
    assert.equal(error.status, status, `${error.status}: ${error.message}`);
    return true;
  });
}

async function serviceIds() {
  const made = await step('create a service ID', async () => {
    const { status, result } = await identity.createServiceId({
      accountId,
      name: 'node-story',
      description: 'made by the Node SDK',
    });
    assert.equal(status, 201);
    assert.equal(result.name, 'node-story');
    assert.match(result.iam_id, /^iam-ServiceId-/);
    return result;
  });
  await step('read it back, with an ETag', async () => {
    const { result, headers } = await identity.getServiceId({ id: made.id });
    assert.equal(result.id, made.id);
    assert.equal(headers.etag, made.entity_tag);
  });
  await step('find it in the list', async () => {
    const { result } = await identity.listServiceIds({ accountId, name: 'node-story', pagesize: 10 });
    assert.deepEqual(result.serviceids.map((each) => each.id), [made.id]);
  });
  const changed = await step('change its description with If-Match', async () => {
    const { result } = await identity.updateServiceId({
      id: made.id,
      ifMatch: made.entity_tag,
      description: 'changed by the Node SDK',
    });
    assert.equal(result.description, 'changed by the Node SDK');
    assert.notEqual(result.entity_tag, made.entity_tag);
    return result;
  });
  await step('a stale ETag is refused', () =>
    refused(409, identity.updateServiceId({ id: made.id, ifMatch: made.entity_tag, description: 'too late' })));
  await step('lock, see deletion refused, unlock', async () => {
    assert.equal((await identity.lockServiceId({ id: made.id })).status, 204);
    assert.equal((await identity.getServiceId({ id: made.id })).result.locked, true);
    await refused(403, identity.deleteServiceId({ id: made.id }));
    assert.equal((await identity.unlockServiceId({ id: made.id })).status, 204);
  });
  return changed;
}

async function apiKeys(serviceId) {
  const key = await step('create an API key for it', async () => {
    const { status, result } = await identity.createApiKey({
      name: 'node-story-key',
      iamId: serviceId.iam_id,
      accountId,
      storeValue: false,
    });
    assert.equal(status, 201);
    assert.ok(result.apikey.length > 20);
    return result;
  });
  await step('look the key up by its value', async () => {
    const { result } = await identity.getApiKeysDetails({ iamApiKey: key.apikey });
    assert.equal(result.id, key.id);
  });
  await step('list the keys of the service ID', async () => {
    const { result } = await identity.listApiKeys({ accountId, iamId: serviceId.iam_id });
    assert.deepEqual(result.apikeys.map((each) => each.name), ['node-story-key']);
  });
  await step('rename the key', async () => {
    const { result, headers } = await identity.getApiKey({ id: key.id });
    const renamed = await identity.updateApiKey({ id: key.id, ifMatch: headers.etag, name: 'node-story-renamed' });
    assert.equal(renamed.result.name, 'node-story-renamed');
    assert.equal(result.name, 'node-story-key');
  });
  await step('disable and enable the key', async () => {
    assert.equal((await identity.disableApiKey({ id: key.id })).status, 204);
    assert.equal((await identity.enableApiKey({ id: key.id })).status, 204);
  });
  return key;
}

async function robotMayNotGrantItself(serviceId, key) {
  await step('a service ID without policies may not grant itself one', async () => {
    const robot = IamPolicyManagementV1.newInstance({ authenticator: authenticator(key.apikey) });
    robot.setServiceUrl(process.env.IAM_POLICY_MANAGEMENT_URL);
    await refused(403, robot.createPolicy(access(serviceId, 'Manager')));
  });
}

function authenticator(apikey) {
  const { IamAuthenticator } = require('@ibm-cloud/platform-services/auth');
  return new IamAuthenticator({ apikey, url: process.env.IAM_IDENTITY_AUTH_URL });
}

function role(name) {
  return { role_id: `crn:v1:bluemix:public:iam::::serviceRole:${name}` };
}

function access(serviceId, roleName) {
  return {
    type: 'access',
    subjects: [{ attributes: [{ name: 'iam_id', value: serviceId.iam_id }] }],
    roles: [role(roleName)],
    resources: [
      {
        attributes: [
          { name: 'accountId', value: accountId, operator: 'stringEquals' },
          { name: 'serviceName', value: 'container-registry', operator: 'stringEquals' },
        ],
      },
    ],
  };
}

async function policiesV1(serviceId) {
  const made = await step('create a policy, v1', async () => {
    const { status, result, headers } = await policies.createPolicy(access(serviceId, 'Reader'));
    assert.equal(status, 201);
    return { id: result.id, etag: headers.etag };
  });
  await step('the same policy again is a conflict', () =>
    refused(409, policies.createPolicy(access(serviceId, 'Reader'))));
  await step('find it in the list, v1', async () => {
    const { result } = await policies.listPolicies({ accountId, iamId: serviceId.iam_id });
    assert.ok(result.policies.some((each) => each.id === made.id));
  });
  await step('replace it with another role, v1', async () => {
    const read = await policies.getPolicy({ policyId: made.id });
    const { result } = await policies.replacePolicy({
      policyId: made.id,
      ifMatch: read.headers.etag,
      ...access(serviceId, 'Writer'),
    });
    assert.match(result.roles[0].role_id, /Writer$/);
  });
  await step('delete it, and restore it, v1', async () => {
    assert.equal((await policies.deletePolicy({ policyId: made.id })).status, 204);
    const deleted = await policies.getPolicy({ policyId: made.id });
    assert.equal(deleted.result.state, 'deleted');
    const { result } = await policies.updatePolicyState({
      policyId: made.id,
      ifMatch: deleted.headers.etag,
      state: 'active',
    });
    assert.equal(result.state, 'active');
    await policies.deletePolicy({ policyId: made.id });
  });
}

async function policiesV2(serviceId) {
  const body = {
    type: 'access',
    control: { grant: { roles: [role('Reader')] } },
    subject: { attributes: [{ key: 'iam_id', operator: 'stringEquals', value: serviceId.iam_id }] },
    resource: {
      attributes: [
        { key: 'accountId', operator: 'stringEquals', value: accountId },
        { key: 'serviceName', operator: 'stringEquals', value: 'container-registry' },
        { key: 'resourceType', operator: 'stringEquals', value: 'namespace' },
        { key: 'resource', operator: 'stringEquals', value: 'my_namespace' },
      ],
    },
    pattern: 'time-based-conditions:weekly:custom-hours',
    rule: {
      operator: 'and',
      conditions: [
        {
          key: '{{environment.attributes.day_of_week}}',
          operator: 'dayOfWeekAnyOf',
          value: ['1+00:00', '2+00:00', '3+00:00', '4+00:00', '5+00:00'],
        },
        {
          key: '{{environment.attributes.current_time}}',
          operator: 'timeGreaterThanOrEquals',
          value: '09:00:00+00:00',
        },
        { key: '{{environment.attributes.current_time}}', operator: 'timeLessThanOrEquals', value: '17:00:00+00:00' },
      ],
    },
  };
  const made = await step('create a policy with office hours, v2', async () => {
    const { status, result } = await policies.createV2Policy(body);
    assert.equal(status, 201);
    assert.equal(result.rule.conditions.length, 3);
    assert.equal(result.pattern, body.pattern);
    return result;
  });
  await step('read, list and replace it, v2', async () => {
    const read = await policies.getV2Policy({ id: made.id });
    const listed = await policies.listV2Policies({ accountId, iamId: serviceId.iam_id });
    assert.ok(listed.result.policies.some((each) => each.id === made.id));
    const { result } = await policies.replaceV2Policy({
      ...body,
      id: made.id,
      ifMatch: read.headers.etag,
      description: 'replaced',
    });
    assert.equal(result.description, 'replaced');
  });
  await step('delete it, v2', async () => {
    assert.equal((await policies.deleteV2Policy({ id: made.id })).status, 204);
  });
}

async function roles() {
  await step('list the roles of a service', async () => {
    const { result } = await policies.listRoles({ accountId, serviceName: 'container-registry' });
    assert.ok(result.service_roles.some((each) => each.display_name === 'Reader'));
    assert.ok(result.system_roles.some((each) => each.display_name === 'Viewer'));
  });
  await step('create, replace and delete a custom role', async () => {
    const made = await policies.createRole({
      displayName: 'Puller',
      actions: ['container-registry.image.pull'],
      name: 'Puller',
      accountId,
      serviceName: 'container-registry',
    });
    assert.equal(made.status, 201);
    const read = await policies.getRole({ roleId: made.result.id });
    const replaced = await policies.replaceRole({
      roleId: made.result.id,
      ifMatch: read.headers.etag,
      displayName: 'Image puller',
      actions: ['container-registry.image.pull'],
    });
    assert.equal(replaced.result.display_name, 'Image puller');
    assert.equal((await policies.deleteRole({ roleId: made.result.id })).status, 204);
    await refused(404, policies.getRole({ roleId: made.result.id }));
  });
}

async function cleanUp(serviceId, key) {
  await step('clean up', async () => {
    assert.equal((await identity.deleteApiKey({ id: key.id })).status, 204);
    assert.equal((await identity.deleteServiceId({ id: serviceId.id })).status, 204);
    await refused(404, identity.getServiceId({ id: serviceId.id }));
  });
}

(async () => {
  const serviceId = await serviceIds();
  const key = await apiKeys(serviceId);
  await robotMayNotGrantItself(serviceId, key);
  await policiesV1(serviceId);
  await policiesV2(serviceId);
  await roles();
  await cleanUp(serviceId, key);
  console.log('the story is told');
})().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
