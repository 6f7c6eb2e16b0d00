# Docs: the tutorial about external identities with curl, step by step. A test runs it after prelude.sh; the page shows it by tag.
# tag::outsiders[]
# as KEY ...: a call with the token of whoever the key belongs to
as() {
  local token
  token=$(token_for "$1")
  curl -sS -w '\nHTTP %{http_code}\n' -H @<(bearer "$token") \
    -H 'Content-Type: application/json' "${@:2}"
}
# who a token speaks for
subject_of() {
  cut -d. -f2 <<<"$1" | tr '_-' '/+' | { base64 -d 2>/dev/null || true; } | field iam_id
}
consultant=$(subject_of "$(token_for "$LANYARD_PARTNER_API_KEY")")
# a service ID of the partner, with a key of the partner's account
answer=$(as "$LANYARD_PARTNER_API_KEY" "$IBMCLOUD_IAM_URL/v1/serviceids/" \
  -d '{"account_id": "'"$LANYARD_PARTNER_ACCOUNT_ID"'", "name": "partner-ci"}')
robot=$(field iam_id <<<"$answer")
robot_key=$(as "$LANYARD_PARTNER_API_KEY" "$IBMCLOUD_IAM_URL/v1/apikeys" -d '{
  "account_id": "'"$LANYARD_PARTNER_ACCOUNT_ID"'", "iam_id": "'"$robot"'",
  "name": "partner-ci-key"}' | field apikey)
# somebody in a third account
answer=$(curl -sS "$IBMCLOUD_IAM_URL/sandbox/v1/accounts" \
  -H 'Content-Type: application/json' -d '{"name": "Subcontractor account"}')
stranger=$(field iam_id <<<"$answer")
stranger_key=$(field api_key <<<"$answer")
printf '%s\n' "$robot" "$consultant" "$stranger"
# end::outsiders[]
# tag::image[]
eu_gb="http://$IBMCLOUD_REGISTRY_EU_GB"
there="$eu_gb/v2/shared_images/base"
# registry_token KEY ACTIONS
registry_token() {
  curl -sS -K <(printf 'user = "iamapikey:%s"' "$1") \
    "$eu_gb/oauth/token?service=registry&scope=repository:shared_images/base:$2" | field token
}
digest() { echo "sha256:$(sha256sum "$1" | cut -d' ' -f1)"; }
# part TYPE FILE
part() {
  printf '{"mediaType":"application/vnd.oci.image.%s","digest":"%s","size":%d}' \
    "$1" "$(digest "$2")" "$(wc -c <"$2")"
}
as_owner -X PUT "$eu_gb/api/v1/namespaces/shared_images" -H "Account: $IBMCLOUD_ACCOUNT_ID" \
  | show namespace
echo 'hello, world' >hello.txt && tar -cf layer.tar hello.txt
printf '{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":["%s"]}}' \
  "$(digest layer.tar)" >config.json
printf '{"schemaVersion":2,"config":%s,"layers":[%s]}' \
  "$(part config.v1+json config.json)" "$(part layer.v1.tar layer.tar)" >manifest.json
push_token=$(registry_token "$IBMCLOUD_API_KEY" pull,push)
send() {
  curl -sS -o answer.txt -w 'push HTTP %{http_code}\n' -H @<(bearer "$push_token") "$@"
}
for file in layer.tar config.json; do
  send --data-binary @"$file" -H 'Content-Type: application/octet-stream' \
    "$there/blobs/uploads/?digest=$(digest "$file")"
done
send -X PUT --data-binary @manifest.json \
  -H 'Content-Type: application/vnd.oci.image.manifest.v1+json' "$there/manifests/1.0"
# end::image[]
# tag::guests[]
# let_in IAM_ID ROLE WHY ATTRIBUTE...: one policy
let_in() {
  local attributes
  attributes=$(printf ', {"key": "%s", "operator": "stringEquals", "value": "%s"}' "${@:4}")
  as_owner "$IBMCLOUD_IAM_URL/v2/policies" -d '{
    "type": "access", "description": "external identities lab: '"$3"'",
    "subject": {"attributes": [
      {"key": "iam_id", "operator": "stringEquals", "value": "'"$1"'"}]},
    "control": {"grant": {"roles": [{"role_id": "crn:v1:bluemix:public:iam::::'"$2"'"}]}},
    "resource": {"attributes": [
      {"key": "accountId", "operator": "stringEquals", "value": "'"$IBMCLOUD_ACCOUNT_ID"'"}'"$attributes"']}}'
}
images=(serviceName container-registry region eu-gb
  resourceType namespace resource shared_images)
let_in "$robot" serviceRole:Reader "builds on our image" "${images[@]}" | show state
let_in "$consultant" role:Viewer "reviews our settings" serviceName iam-identity | show state
answer=$(let_in "$stranger" serviceRole:Reader "an old project" "${images[@]}")
forgotten=$(field id <<<"$answer")
show state <<<"$answer"
# pull KEY NAME
pull() {
  curl -sS -D headers.txt -o answer.txt -w "pull by $2 HTTP %{http_code}\n" \
    -H @<(bearer "$(registry_token "$1" pull)") "$there/manifests/1.0"
}
consultant_looks() {
  as "$LANYARD_PARTNER_API_KEY" -o answer.txt -w 'settings read by the consultant HTTP %{http_code}\n' \
    "$IBMCLOUD_IAM_URL/v1/accounts/$IBMCLOUD_ACCOUNT_ID/settings/identity"
}
everybody_comes() {
  pull "$robot_key" "the partner's robot"
  consultant_looks
  pull "$stranger_key" "somebody unknown"
}
everybody_comes
# end::guests[]
# tag::report-only[]
# rules USERS SERVICE_IDS SERVICES: each is a state, and accounts after it
rules() {
  local text='' name rule state allowed
  for name in user service_id service; do
    rule=$1 && shift
    state=${rule%% *} && allowed=${rule#"$state"}
    text+=', "'$name'": {"state": "'$state'", "external_allowed_accounts": ['
    text+=${allowed:+\"${allowed# }\"}']}'
  done
  echo '{"external_account_identity_interaction": {"identity_types": {'"${text#, }"'}}}'
}
settings="$IBMCLOUD_IAM_URL/v1/accounts/$IBMCLOUD_ACCOUNT_ID/settings/access_management"
# change RULES
change() {
  local etag
  as_owner -D headers.txt -o answer.txt "$settings" >answer.txt
  etag=$(grep -i '^etag:' headers.txt | cut -d' ' -f2 | tr -d '\r')
  as_owner -X PATCH "$settings" -H "If-Match: $etag" -d "$1" | show state
}
change "$(rules monitor monitor monitor)"
everybody_comes
# end::report-only[]
# tag::silent-log[]
group=$(as_owner "$IBMCLOUD_IAM_URL/v2/resource_groups?account_id=$IBMCLOUD_ACCOUNT_ID&default=true" \
  | field id)
answer=$(as_owner "$IBMCLOUD_IAM_URL/v2/resource_instances" -d '{
  "name": "iam-log", "resource_group": "'"$group"'",
  "resource_plan_id": "logs-standard", "target": "eu-de"}')
log=$(field guid <<<"$answer")
log_crn=$(field crn <<<"$answer")
show 'name|state' <<<"$answer"
atracker() { as_owner "$IBMCLOUD_ATRACKER_URL/api/v2/$1" "${@:2}"; }
new_target='{"name": "iam-log", "target_type": "cloud_logs",
  "cloudlogs_endpoint": {"target_crn": "'"$log_crn"'"}}'
atracker targets -d "$new_target" | show 'code|message'
authorization=$(as_owner "$IBMCLOUD_IAM_URL/v1/policies" -d '{
  "type": "authorization",
  "subjects": [{"attributes": [
    {"name": "serviceName", "value": "atracker"},
    {"name": "accountId", "value": "'"$IBMCLOUD_ACCOUNT_ID"'"}]}],
  "roles": [{"role_id": "crn:v1:bluemix:public:logs::::serviceRole:Sender"}],
  "resources": [{"attributes": [
    {"name": "accountId", "value": "'"$IBMCLOUD_ACCOUNT_ID"'"},
    {"name": "serviceName", "value": "logs"},
    {"name": "serviceInstance", "value": "'"$log"'"}]}]}' | field id)
answer=$(atracker targets -d "$new_target")
target=$(field id <<<"$answer")
show 'target_type|status' <<<"$answer"
# route LOCATIONS: the text of a route to the target
route_of() {
  echo '{"name": "iam-events", "rules": [
    {"target_ids": ["'"$target"'"], "locations": ['"$1"']}]}'
}
answer=$(atracker routes -d "$(route_of '"eu-de", "eu-gb"')")
route=$(field id <<<"$answer")
show name <<<"$answer"
everybody_comes
# Activity Tracker delivers after some seconds; the sandbox can be told to do it now
deliver() {
  curl -sS -X POST -o answer.txt "$IBMCLOUD_IAM_URL/sandbox/v1/events/flush" \
    -H 'Content-Type: application/json' -d '{}'
}
# ask KEY SYNTAX QUERY [FROM TO]: who is in the events that a query finds, and how often
ask() {
  local metadata='"syntax": "'"$2"'", "limit": 12000'
  [[ $# -lt 5 ]] || metadata+=', "start_date": "'"$4"'", "end_date": "'"$5"'"'
  as "$1" -o answer.txt "${IBMCLOUD_LOGS_URL/\{id\}/$log}/v1/query" \
    -H 'Accept: text/event-stream' \
    -d '{"query": "'"${3//\"/\\\"}"'", "metadata": {'"$metadata"'}}' | show ''
  # by name, or where a denial tells no name, by id
  { grep -oE 'initiator\\":\{\\"id\\":\\"[^,]*,\\"name\\":\\"[^\\]*' answer.txt || true; } \
    | sed -E 's/.*"id\\":\\"([^\\]*).*"([^"]*)$/\2|\1/; s/^\|$/nobody/; s/^\|//; s/\|.*//' \
    | sort | uniq -c
}
evaluation='action:"iam-access-management.account-settings.eval"'
report_only="$evaluation AND responseData.isEnforced:\"false\""
would_be_blocked="$report_only AND responseData.decision:\"Deny\""
would_pass="$report_only AND responseData.decision:\"Permit\""
limited="$evaluation AND responseData.isEnforced:\"true\""
blocked="$limited AND responseData.decision:\"Deny\""
deliver
ask "$IBMCLOUD_API_KEY" lucene "$would_be_blocked"
# end::silent-log[]
# tag::route-global[]
atracker "routes/$route" -X PUT -d "$(route_of '"global", "eu-de", "eu-gb"')" | show name
everybody_comes
deliver
ask "$IBMCLOUD_API_KEY" lucene "$evaluation"
ask "$IBMCLOUD_API_KEY" lucene "$would_be_blocked"
is_evaluation="\$d.action == 'iam-access-management.account-settings.eval'"
is_denied="\$d.responseData.isEnforced == 'false' && \$d.responseData.decision == 'Deny'"
ask "$IBMCLOUD_API_KEY" dataprime "source logs | filter $is_evaluation && $is_denied"
# end::route-global[]
# tag::who-may-read[]
answer=$(as_owner "$IBMCLOUD_IAM_URL/v1/serviceids/" \
  -d '{"account_id": "'"$IBMCLOUD_ACCOUNT_ID"'", "name": "log-auditor"}')
auditor=$(field iam_id <<<"$answer")
auditor_key=$(as_owner "$IBMCLOUD_IAM_URL/v1/apikeys" -d '{
  "account_id": "'"$IBMCLOUD_ACCOUNT_ID"'", "iam_id": "'"$auditor"'",
  "name": "log-auditor-key"}' | field apikey)
this_log=(serviceName logs serviceInstance "$log")
ask "$auditor_key" lucene "$would_be_blocked"
sender=$(let_in "$auditor" serviceRole:Sender "looks into the log" "${this_log[@]}" | field id)
ask "$auditor_key" lucene "$would_be_blocked"
as_owner -X DELETE "$IBMCLOUD_IAM_URL/v2/policies/$sender" | show ''
let_in "$auditor" serviceRole:Reader "looks into the log" "${this_log[@]}" | show state
ask "$auditor_key" lucene "$would_be_blocked"
# end::who-may-read[]
# tag::thirty-days[]
# somebody from inside, who leaves no such event
owner_looks() {
  as_owner -o answer.txt -w 'settings read by the owner HTTP %{http_code}\n' \
    "$IBMCLOUD_IAM_URL/v1/accounts/$IBMCLOUD_ACCOUNT_ID/settings/identity" | grep owner
}
for day in {1..30}; do
  curl -sS -X PUT "$IBMCLOUD_IAM_URL/sandbox/v1/clock" -o answer.txt \
    -H 'Content-Type: application/json' -d '{"advance": "P1D"}'
  owner=$(token_for "$IBMCLOUD_API_KEY")
  owner_looks
  pull "$robot_key" "the partner's robot"
  ((day % 7 != 2 && day % 7 != 4)) || consultant_looks
  ((day != 3 && day != 16 && day != 27)) || pull "$stranger_key" "somebody unknown"
  ((day % 7 != 0)) || deliver
done | sort | uniq -c
deliver
owner=$(token_for "$IBMCLOUD_API_KEY")
# end::thirty-days[]
# tag::report[]
now=$(curl -sS "$IBMCLOUD_IAM_URL/sandbox/v1/clock" | field now)
# one query spans eight days at most; an hour later, so that no visit is on a border
days_ago() { date -u -d "${now%%T*} $(cut -c12-19 <<<"$now") UTC $1 days ago 1 hour" +%FT%TZ; }
for ago in 24 16 8 0; do
  echo "from $((ago + 8)) to $ago days ago:"
  ask "$IBMCLOUD_API_KEY" lucene "$would_be_blocked" "$(days_ago $((ago + 8)))" "$(days_ago $ago)"
done
# end::report[]
# tag::allowlist[]
change "$(rules "monitor $LANYARD_PARTNER_ACCOUNT_ID" "monitor $LANYARD_PARTNER_ACCOUNT_ID" monitor)"
# an hour later, so that a query for the last minutes finds what comes now
later() {
  curl -sS -X PUT "$IBMCLOUD_IAM_URL/sandbox/v1/clock" -o answer.txt \
    -H 'Content-Type: application/json' -d '{"advance": "PT50M"}'
}
later
everybody_comes
deliver
ask "$IBMCLOUD_API_KEY" lucene "$report_only"
ask "$IBMCLOUD_API_KEY" lucene "$would_pass"
ask "$IBMCLOUD_API_KEY" lucene "$would_be_blocked"
# end::allowlist[]
# tag::public-bucket[]
owner=$(token_for "$IBMCLOUD_API_KEY")
answer=$(as_owner "$IBMCLOUD_IAM_URL/v2/resource_instances" -d '{
  "name": "open-files", "resource_group": "'"$group"'",
  "resource_plan_id": "744bfc56-d12c-4866-88d5-dac9139e0e5d", "target": "global"}')
store=$(field guid <<<"$answer")
bucket="open-files-$IBMCLOUD_ACCOUNT_ID"
as_owner -X PUT "$IBMCLOUD_COS_URL/$bucket" -H "ibm-service-instance-id: $store" | show ''
as_owner -X PUT "$IBMCLOUD_COS_URL/$bucket/welcome.txt" -d 'Everybody is welcome.' | show ''
# Content Reader for the group of everybody
answer=$(as_owner "$IBMCLOUD_IAM_URL/v2/policies" -d '{
  "type": "access", "description": "external identities lab: files for everybody",
  "subject": {"attributes": [
    {"key": "access_group_id", "operator": "stringEquals", "value": "AccessGroupId-PublicAccess"}]},
  "control": {"grant": {"roles": [
    {"role_id": "crn:v1:bluemix:public:cloud-object-storage::::serviceRole:ContentReader"}]}},
  "resource": {"attributes": [
    {"key": "accountId", "operator": "stringEquals", "value": "'"$IBMCLOUD_ACCOUNT_ID"'"},
    {"key": "serviceName", "operator": "stringEquals", "value": "cloud-object-storage"},
    {"key": "serviceInstance", "operator": "stringEquals", "value": "'"$store"'"},
    {"key": "resourceType", "operator": "stringEquals", "value": "bucket"},
    {"key": "resource", "operator": "stringEquals", "value": "'"$bucket"'"}]}}')
everybody=$(field id <<<"$answer")
show state <<<"$answer"
# no token at all
nobody_reads() {
  curl -sS -D headers.txt -o answer.txt -w 'read without a token HTTP %{http_code}\n' \
    "$IBMCLOUD_COS_URL/$bucket/welcome.txt"
}
later
nobody_reads
deliver
ask "$IBMCLOUD_API_KEY" lucene "$would_be_blocked"
# end::public-bucket[]
# tag::limited[]
later
owner=$(token_for "$IBMCLOUD_API_KEY")
change "$(rules "limited $LANYARD_PARTNER_ACCOUNT_ID" "limited $LANYARD_PARTNER_ACCOUNT_ID" limited)"
everybody_comes
# the sandbox says why
why() {
  local decision
  decision=$(grep -i '^sandbox-decision:' headers.txt | cut -d' ' -f2 | tr -d '\r')
  printf '%b\n' "$(curl -sS "$IBMCLOUD_IAM_URL$decision" | field explanation)"
}
why
nobody_reads
why
deliver
ask "$IBMCLOUD_API_KEY" lucene "$limited"
ask "$IBMCLOUD_API_KEY" lucene "$blocked"
as_owner -X DELETE "$IBMCLOUD_IAM_URL/v2/policies/$forgotten" | show ''
pull "$stranger_key" "somebody unknown"
why
# end::limited[]
# tag::clean-up[]
change "$(rules enabled enabled enabled)"
atracker "routes/$route" -X DELETE | show ''
atracker "targets/$target" -X DELETE | show ''
as_owner -X DELETE "$IBMCLOUD_IAM_URL/v1/policies/$authorization" | show ''
as_owner -X DELETE "$IBMCLOUD_IAM_URL/v2/resource_instances/$log" | show ''
as_owner -X DELETE "$eu_gb/api/v1/namespaces/shared_images" \
  -H "Account: $IBMCLOUD_ACCOUNT_ID" | show ''
as_owner "$IBMCLOUD_IAM_URL/v2/policies?account_id=$IBMCLOUD_ACCOUNT_ID&iam_id=$robot" \
  | field id | while read -r id; do as_owner -X DELETE "$IBMCLOUD_IAM_URL/v2/policies/$id" | show ''; done
as_owner "$IBMCLOUD_IAM_URL/v2/policies?account_id=$IBMCLOUD_ACCOUNT_ID&iam_id=$consultant" \
  | field id | while read -r id; do as_owner -X DELETE "$IBMCLOUD_IAM_URL/v2/policies/$id" | show ''; done
as_owner -X DELETE "$IBMCLOUD_IAM_URL/v1/serviceids/${auditor#iam-}" | show ''
as_owner -X DELETE "$IBMCLOUD_IAM_URL/v2/policies/$everybody" | show ''
as_owner -X DELETE "$IBMCLOUD_COS_URL/$bucket/welcome.txt" | show ''
as_owner -X DELETE "$IBMCLOUD_COS_URL/$bucket" | show ''
as_owner -X DELETE "$IBMCLOUD_IAM_URL/v2/resource_instances/$store" | show ''
as "$LANYARD_PARTNER_API_KEY" -X DELETE "$IBMCLOUD_IAM_URL/v1/serviceids/${robot#iam-}" | show ''
rm -f hello.txt layer.tar config.json manifest.json answer.txt headers.txt
# end::clean-up[]
