# Docs: the tutorial "Integrating with IAM" with curl, step by step. A test runs it after prelude.sh; the page shows it by tag.
# tag::look-around[]
settings="$IBMCLOUD_IAM_URL/v1/accounts/$IBMCLOUD_ACCOUNT_ID/settings/identity"
as_owner "$settings" \
  | show 'restrict_create_service_id|restrict_create_platform_apikey|allowed_ip_addresses'
me=$(curl -sS "$IBMCLOUD_IAM_URL/identity/introspect" \
  --data-urlencode token@<(printf %s "$owner") | field iam_id)
# end::look-around[]
# tag::restrict-service-ids[]
# set_account JSON FIELD: changes what it names, at any revision
set_account() { as_owner -X PUT "$settings" -H 'If-Match: *' -d "$1" | show "$2"; }
create_uploader() {
  as_owner -D headers.txt "$IBMCLOUD_IAM_URL/v1/serviceids/" -d '{
    "account_id": "'"$IBMCLOUD_ACCOUNT_ID"'",
    "name": "audit-uploader"}'
}
# the decision behind the last denial
why() {
  local decision
  decision=$(grep -i '^sandbox-decision:' headers.txt | cut -d' ' -f2 | tr -d '\r')
  printf '%b\n' "$(curl -sS "$IBMCLOUD_IAM_URL$decision" | field explanation)"
}
set_account '{"restrict_create_service_id": "RESTRICTED"}' restrict_create_service_id
create_uploader | show message
why
# end::restrict-service-ids[]
# tag::create-group[]
groups="$IBMCLOUD_IAM_URL/v2/groups"
answer=$(as_owner "$groups?account_id=$IBMCLOUD_ACCOUNT_ID" -d '{
  "name": "identity-creators",
  "description": "may create service IDs and API keys"}')
group=$(field id <<<"$answer")
show 'id|name' <<<"$answer"
as_owner -X PUT "$groups/$group/members" -d '{
  "members": [{"iam_id": "'"$me"'", "type": "user"}]}' | show 'iam_id|status_code'
# end::create-group[]
# tag::grant-creator[]
# creators_may ROLE...: the text of a policy
creators_may() {
  local roles
  roles=$(printf '{"role_id": "crn:v1:bluemix:public:iam-identity::::serviceRole:%s"},' "$@")
  echo '{
    "type": "access",
    "description": "who may create identities",
    "subject": {"attributes": [
      {"key": "access_group_id", "operator": "stringEquals", "value": "'"$group"'"}]},
    "control": {"grant": {"roles": ['"${roles%,}"']}},
    "resource": {"attributes": [
      {"key": "accountId", "operator": "stringEquals", "value": "'"$IBMCLOUD_ACCOUNT_ID"'"},
      {"key": "serviceName", "operator": "stringEquals", "value": "iam-identity"}]}}'
}
answer=$(as_owner -D headers.txt "$IBMCLOUD_IAM_URL/v2/policies" -d "$(creators_may ServiceIdCreator)")
policy="$IBMCLOUD_IAM_URL/v2/policies/$(field id <<<"$answer")"
show state <<<"$answer"
answer=$(create_uploader)
uploader=$(field iam_id <<<"$answer")
show 'iam_id|name' <<<"$answer"
# end::grant-creator[]
# tag::restrict-api-keys[]
# create_key NAME IAM_ID
create_key() {
  as_owner -D headers.txt "$IBMCLOUD_IAM_URL/v1/apikeys" -d '{
    "account_id": "'"$IBMCLOUD_ACCOUNT_ID"'", "iam_id": "'"$2"'", "name": "'"$1"'"}'
}
set_account '{"restrict_create_platform_apikey": "RESTRICTED"}' restrict_create_platform_apikey
create_key audit-admin-key "$me" | show message
why
answer=$(create_key audit-uploader-key "$uploader")
uploader_key=$(field apikey <<<"$answer")      # into a variable: it is never shown again
show 'id|name' <<<"$answer"
# end::restrict-api-keys[]
# tag::grant-key-creator[]
as_owner -D headers.txt "$policy" >answer.txt
revision=$(grep -i '^etag:' headers.txt | cut -d' ' -f2 | tr -d '\r')
as_owner -X PUT "$policy" -H "If-Match: $revision" \
  -d "$(creators_may ServiceIdCreator UserApiKeyCreator)" | show state
answer=$(create_key audit-admin-key "$me")
my_key=$(field id <<<"$answer")
show 'id|name' <<<"$answer"
# end::grant-key-creator[]
# tag::account-addresses[]
# login ADDRESS [KEY]: asks for a token from that address of this machine
login() {
  curl -sS --interface "$1" -D headers.txt -o answer.txt -w "$1 HTTP %{http_code}\n" \
    "$IBMCLOUD_IAM_URL/identity/token" \
    -d grant_type=urn:ibm:params:oauth:grant-type:apikey \
    --data-urlencode apikey@<(printf %s "${2:-$IBMCLOUD_API_KEY}")
}
set_account '{"allowed_ip_addresses": "127.0.0.2"}' allowed_ip_addresses
login 127.0.0.1
field errorMessage <answer.txt
why
login 127.0.0.2
as_owner "$settings" | show ''                 # the token from before still works
# end::account-addresses[]
# tag::both-lists[]
my_settings="$IBMCLOUD_USER_MANAGEMENT_URL/v2/accounts/$IBMCLOUD_ACCOUNT_ID/users/$me/settings"
set_account '{"allowed_ip_addresses": "127.0.0.1, 127.0.0.2"}' allowed_ip_addresses
as_owner -X PATCH "$my_settings" -d '{"allowed_ip_addresses": "127.0.0.2, 127.0.0.3"}' | show ''
login 127.0.0.1
why
login 127.0.0.2
login 127.0.0.3
why
login 127.0.0.1 "$uploader_key"                # a service ID has no list of its own
# end::both-lists[]
# tag::way-back[]
set_account '{"allowed_ip_addresses": "127.0.0.2"}' allowed_ip_addresses
curl -sS -X PUT "$IBMCLOUD_IAM_URL/sandbox/v1/clock" \
  -H 'Content-Type: application/json' -d '{"advance": "PT61M"}' | show now
as_owner "$settings" | show code               # no token from before is left
login 127.0.0.1
login 127.0.0.2
owner=$(field access_token <answer.txt)        # it may be used from everywhere
set_account '{"allowed_ip_addresses": ""}' allowed_ip_addresses
as_owner -X PATCH "$my_settings" -d '{"allowed_ip_addresses": ""}' | show ''
login 127.0.0.1
# end::way-back[]
# tag::make-buckets[]
group_of_resources=$(as_owner \
  "$IBMCLOUD_RESOURCE_MANAGER_URL/v2/resource_groups?account_id=$IBMCLOUD_ACCOUNT_ID&default=true" \
  | field id)
answer=$(as_owner "$IBMCLOUD_RESOURCE_CONTROLLER_URL/v2/resource_instances" -d '{
  "name": "audit-store",
  "target": "global",
  "resource_group": "'"$group_of_resources"'",
  "resource_plan_id": "2fdf0c08-2d32-4f46-84b5-32e0c92fffd8"}')
store=$(field guid <<<"$answer")
show 'guid|name|state' <<<"$answer"
# s3 TOKEN METHOD BUCKET[/OBJECT] [MORE]
s3() {
  curl -sS -D headers.txt -o answer.txt -w "$2 $3 HTTP %{http_code}\n" \
    -H @<(bearer "$1") -X "$2" "$IBMCLOUD_COS_URL/$3" "${@:4}"
}
s3 "$owner" PUT audit-events -H "ibm-service-instance-id: $store"
s3 "$owner" PUT team-files -H "ibm-service-instance-id: $store"
# end::make-buckets[]
# tag::upload-denied[]
uploader_token=$(token_for "$uploader_key")
# upload BUCKET, as audit-uploader
upload() {
  s3 "$uploader_token" PUT "$1/2026/07/event.json" \
    -d '{"action":"iam-identity.account-serviceid.create","outcome":"success"}'
}
upload audit-events
why
# end::upload-denied[]
# tag::grant-object-writer[]
as_owner "$IBMCLOUD_IAM_URL/v2/policies" -d '{
  "type": "access",
  "description": "uploads events",
  "subject": {"attributes": [
    {"key": "iam_id", "operator": "stringEquals", "value": "'"$uploader"'"}]},
  "control": {"grant": {"roles": [
    {"role_id": "crn:v1:bluemix:public:cloud-object-storage::::serviceRole:ObjectWriter"}]}},
  "resource": {"attributes": [
    {"key": "accountId", "operator": "stringEquals", "value": "'"$IBMCLOUD_ACCOUNT_ID"'"},
    {"key": "serviceName", "operator": "stringEquals", "value": "cloud-object-storage"},
    {"key": "serviceInstance", "operator": "stringEquals", "value": "'"$store"'"},
    {"key": "resourceType", "operator": "stringEquals", "value": "bucket"},
    {"key": "resource", "operator": "stringEquals", "value": "audit-events"}]}}' | show state
upload audit-events
upload team-files
why
# end::grant-object-writer[]
# tag::read-denied[]
s3 "$uploader_token" GET audit-events/2026/07/event.json
grep -o '<Code>[^<]*' answer.txt | cut -d'>' -f2
why
s3 "$uploader_token" GET audit-events
s3 "$owner" GET audit-events/2026/07/event.json
cat answer.txt; echo
# end::read-denied[]
# tag::clean-up[]
s3 "$owner" DELETE audit-events/2026/07/event.json
s3 "$owner" DELETE audit-events
s3 "$owner" DELETE team-files
as_owner -X DELETE "$IBMCLOUD_RESOURCE_CONTROLLER_URL/v2/resource_instances/$store" | show ''
as_owner -X DELETE "$IBMCLOUD_IAM_URL/v1/apikeys/$my_key" | show ''
as_owner -X DELETE "$IBMCLOUD_IAM_URL/v1/serviceids/${uploader#iam-}" | show ''
as_owner -X DELETE "$groups/$group?force=true" | show ''
set_account '{"restrict_create_service_id": "NOT_SET",
  "restrict_create_platform_apikey": "NOT_SET"}' 'restrict_create_[a-z_]*'
rm -f answer.txt headers.txt                    # a token is among them
# end::clean-up[]
