# Docs: the tutorial about targets with curl, step by step. A test runs it after prelude.sh; the page shows it by tag.
# tag::set-up[]
group=$(as_owner "$IBMCLOUD_RESOURCE_MANAGER_URL/v2/resource_groups?default=true" | field id)
instances="$IBMCLOUD_RESOURCE_CONTROLLER_URL/v2/resource_instances"
# instance NAME PLAN PLACE GROUP: makes it, waits until it is there, and tells its CRN
instance() {
  local guid
  guid=$(as_owner "$instances" -d '{"name": "'"$1"'", "resource_plan_id": "'"$2"'",
    "target": "'"$3"'", "resource_group": "'"$4"'"}' | field guid)
  until as_owner "$instances/$guid" | grep -q '"state":"active"'; do sleep 1; done
  as_owner "$instances/$guid" | field crn
}
store=$(instance audit-archive 744bfc56-d12c-4866-88d5-dac9139e0e5d global "$group")
stream=$(instance audit-stream messagehub-standard us-south "$group")
log=$(instance audit-log logs-standard us-south "$group")
printf '%s\n' "$store" "$stream" "$log"
# end::set-up[]
# tag::bucket[]
bucket=audit-logs-$IBMCLOUD_ACCOUNT_ID
as_owner -X PUT "$IBMCLOUD_COS_URL/$bucket" -H "ibm-service-instance-id: $store" -d '' | show ''
# end::bucket[]
# tag::topic[]
key=$(as_owner "$IBMCLOUD_RESOURCE_CONTROLLER_URL/v2/resource_keys" -d '{
  "name": "audit-stream-reader", "role": "Reader", "source": "'"$stream"'"}')
broker=$(grep -o '"kafka_brokers_sasl":\["[^"]*"' <<<"$key" | cut -d'"' -f4)
as_owner "$(field kafka_admin_url <<<"$key")/admin/topics" \
  -d '{"name": "audit", "partitions": 1}' | show ''
# end::topic[]
# tag::refused[]
targets="$IBMCLOUD_ATRACKER_URL/api/v2/targets"
# the text of a target: bucket_target NAME INSTANCE BUCKET
bucket_target() {
  echo '{"name": "'"$1"'", "target_type": "cloud_object_storage", "cos_endpoint": {
    "endpoint": "s3.private.us-south.cloud-object-storage.appdomain.cloud",
    "target_crn": "'"$2"'", "bucket": "'"$3"'", "service_to_service_enabled": true}}'
}
topic_target='{"name": "audit-topic", "target_type": "event_streams", "eventstreams_endpoint": {
  "target_crn": "'"$stream"'", "brokers": ["'"$broker"'"], "topic": "audit",
  "service_to_service_enabled": true}}'
log_target='{"name": "audit-log", "target_type": "cloud_logs",
  "cloudlogs_endpoint": {"target_crn": "'"$log"'"}}'
create_target() { as_owner -D headers.txt "$targets" -d "$1" | show 'code|message|status'; }
# why the last one was refused: reasons and fix, with short ids
why() {
  local decision
  decision=$(grep -i '^sandbox-decision:' headers.txt | cut -d' ' -f2 | tr -d '\r')
  printf '%b\n' "$(curl -sS "$IBMCLOUD_IAM_URL$decision" \
      | grep -oE '"decision":"Deny","explanation":"([^"\\]|\\.)*' | tail -1 | cut -d'"' -f8-)" \
    | sed -E '1d; /^not judged/d; s/([0-9a-f]{8})([0-9a-f]{24}|(-[0-9a-f]{4}){3}-[0-9a-f]{12})/\1.../g'
}
create_target "$(bucket_target audit-bucket "$store" "$bucket")"
why
create_target "$topic_target"
why
create_target "$log_target"
why
# end::refused[]
# tag::authorization[]
# attribute NAME VALUE
attribute() { printf '{"name": "%s", "value": "%s", "operator": "stringEquals"}' "$1" "$2"; }
# authorization SOURCE-ACCOUNT ROLE INSTANCE [TYPE [RESOURCE]]: the text of one
authorization() {
  local account service instance what
  IFS=: read -r _ _ _ _ service _ account instance _ <<<"$3"
  what=$(attribute accountId "${account#a/}"),$(attribute serviceName "$service")
  what=$what,$(attribute serviceInstance "$instance")
  [ -z "${4:-}" ] || what=$what,$(attribute resourceType "$4")
  [ -z "${5:-}" ] || what=$what,$(attribute resource "$5")
  echo '{"type": "authorization",
    "subjects": [{"attributes": [
      {"name": "accountId", "value": "'"$1"'"}, {"name": "serviceName", "value": "atracker"}]}],
    "roles": [{"role_id": "'"$2"'"}],
    "resources": [{"attributes": ['"$what"']}]}'
}
policies="$IBMCLOUD_IAM_URL/v1/policies"
# authorize ...: creates it, and tells its id
authorize() { as_owner "$policies" -d "$(authorization "$IBMCLOUD_ACCOUNT_ID" "$@")" | field id; }
remove() { as_owner -X DELETE "$policies/$1" | show ''; }
# end::authorization[]
# tag::wrong[]
cos_role=crn:v1:bluemix:public:cloud-object-storage::::serviceRole
wrong=$(authorize $cos_role:ObjectReader "$store" bucket "$bucket")
create_target "$(bucket_target audit-bucket "$store" "$bucket")"
why
remove "$wrong"
wrong=$(authorize $cos_role:ObjectWriter "$store" bucket "other-logs-$IBMCLOUD_ACCOUNT_ID")
create_target "$(bucket_target audit-bucket "$store" "$bucket")"
why
remove "$wrong"
# end::wrong[]
# tag::authorize-bucket[]
on_bucket=$(authorize $cos_role:ObjectWriter "$store" bucket "$bucket")
create_target "$(bucket_target audit-bucket "$store" "$bucket")"
# end::authorize-bucket[]
# tag::authorize-topic[]
role=crn:v1:bluemix:public:iam::::serviceRole
on_topic=$(authorize $role:Writer "$stream" topic audit)
create_target "$topic_target"
why
on_cluster=$(authorize $role:Reader "$stream" cluster)
create_target "$topic_target"
# end::authorize-topic[]
# tag::authorize-log[]
# somebody who may read the log, and no more
reader_key=$(as_owner "$IBMCLOUD_RESOURCE_CONTROLLER_URL/v2/resource_keys" -d '{
  "name": "audit-log-reader", "role": "Reader", "source": "'"$log"'"}' | field apikey)
reader=$(token_for "$reader_key")
as_reader() { owner=$reader as_owner "$@"; }
as_reader -D headers.txt "$policies" -d "$(authorization "$IBMCLOUD_ACCOUNT_ID" \
  crn:v1:bluemix:public:logs::::serviceRole:Sender "$log")" | show ''
why
# who sees authorizations: who may manage them
seen_by() {
  "$1" "$policies?account_id=$IBMCLOUD_ACCOUNT_ID&type=authorization" \
    | { grep -o '"id"' || true; } | wc -l
}
seen_by as_reader
seen_by as_owner
# the owner may do both
on_log=$(authorize crn:v1:bluemix:public:logs::::serviceRole:Sender "$log")
create_target "$log_target"
# end::authorize-log[]
# tag::route[]
# target_id NAME
target_id() { as_owner "$targets" | grep -o '{"id":"[^"]*","name":"'"$1"'"' | field id; }
routes="$IBMCLOUD_ATRACKER_URL/api/v2/routes"
# route NAME TARGET-IDS: global events to targets
route() {
  as_owner "$routes" -d '{"name": "'"$1"'", "rules": [
    {"target_ids": ["'"${2//,/\",\"}"'"], "locations": ["global"]}]}' | field id
}
three=$(route audit-three-places \
  "$(target_id audit-bucket),$(target_id audit-topic),$(target_id audit-log)")
# act NAME: something that leaves an event; and deliver it now, not within some minutes
act() {
  as_owner "$IBMCLOUD_IAM_URL/v1/serviceids/" -d '{
    "account_id": "'"$IBMCLOUD_ACCOUNT_ID"'", "name": "'"$1"'"}' | field id
  curl -sS -X POST -o answer.txt "$IBMCLOUD_IAM_URL/sandbox/v1/events/flush"
}
seen=$(act think-audit-demo)
echo "$seen"
# end::route[]
# tag::read-bucket[]
# told BUCKET ID: the object of a bucket that tells of a service ID's creation, or nothing
told() {
  local object
  for object in $(as_owner "$IBMCLOUD_COS_URL/$1?list-type=2" \
      | grep -o '<Key>[^<]*\.log</Key>' | cut -d'>' -f2 | cut -d'<' -f1); do
    if as_owner "$IBMCLOUD_COS_URL/$1/${object//+/%2B}" \
        | grep '"action":"iam-identity.account-serviceid.create"' | grep -q "$2"; then
      echo "$object"
    fi
  done
}
told "$bucket" "$seen"
# end::read-bucket[]
# tag::read-log[]
ask_log() {
  as_owner "${IBMCLOUD_LOGS_URL/'{id}'/$(cut -d: -f8 <<<"$log")}/v1/query" \
    -H 'Accept: text/event-stream' -d '{"query": "'"$1"'", "metadata": {"syntax": "lucene"}}'
}
ask_log 'action:\"iam-identity.account-serviceid.create\" AND target.name:\"think-audit-demo\"' \
  | tr -d '\\' | grep -oE '"key":"(applicationname|subsystemname)","value":"[^"]*"|"message":"IAM[^"]*"'
# end::read-log[]
# tag::other-account[]
# the partner's own token, instance and bucket
mine=$owner
partner() { owner=$(token_for "$LANYARD_PARTNER_API_KEY"); }
me() { owner=$mine; }
partner
their_group=$(as_owner "$IBMCLOUD_RESOURCE_MANAGER_URL/v2/resource_groups?default=true" | field id)
their_store=$(instance partner-archive 744bfc56-d12c-4866-88d5-dac9139e0e5d global "$their_group")
their_bucket=partner-logs-$LANYARD_PARTNER_ACCOUNT_ID
as_owner -X PUT "$IBMCLOUD_COS_URL/$their_bucket" -H "ibm-service-instance-id: $their_store" \
  -d '' | show ''
me
create_target "$(bucket_target partner-bucket "$their_store" "$their_bucket")"
# end::other-account[]
# tag::wrong-side[]
on_their_bucket() { authorization "$1" $cos_role:ObjectWriter "$their_store" bucket "$their_bucket"; }
echo from here
as_owner -D headers.txt "$policies" -d "$(on_their_bucket "$IBMCLOUD_ACCOUNT_ID")" | show ''
why
echo source account forgotten
partner
wrong=$(as_owner "$policies" -d "$(on_their_bucket "$LANYARD_PARTNER_ACCOUNT_ID")" | field id)
me
create_target "$(bucket_target partner-bucket "$their_store" "$their_bucket")"
why
# end::wrong-side[]
# tag::authorize-abroad[]
partner
remove "$wrong"
abroad=$(as_owner "$policies" -d "$(on_their_bucket "$IBMCLOUD_ACCOUNT_ID")" | field id)
me
create_target "$(bucket_target partner-bucket "$their_store" "$their_bucket")"
# end::authorize-abroad[]
# tag::route-abroad[]
fourth=$(route audit-for-the-partner "$(target_id partner-bucket)")
seen_abroad=$(act think-audit-abroad)
partner
told "$their_bucket" "$seen_abroad"
me
# end::route-abroad[]
# tag::remove[]
remove "$on_bucket"
missed=$(act think-audit-missed)
echo "in the bucket: $(told "$bucket" "$missed")"
as_owner "$targets/$(target_id audit-bucket)" | show 'status|reason_for_last_failure'
# end::remove[]
# tag::restore[]
on_bucket=$(authorize $cos_role:ObjectWriter "$store" bucket "$bucket")
until as_owner -X POST "$targets/$(target_id audit-bucket)/validate" \
  | grep -q '"status":"success"'; do sleep 5; done
again=$(act think-audit-again)
echo "in the bucket: $(told "$bucket" "$again")"
# end::restore[]
# tag::clean-up[]
for route in "$three" "$fourth"; do
  as_owner -X DELETE "$routes/$route" | show ''
done
for target in audit-bucket audit-topic audit-log partner-bucket; do
  as_owner -X DELETE "$targets/$(target_id $target)" | show ''
done
for authorization in "$on_bucket" "$on_topic" "$on_cluster" "$on_log"; do
  remove "$authorization"
done
for actor in "$seen" "$seen_abroad" "$missed" "$again"; do
  as_owner -X DELETE "$IBMCLOUD_IAM_URL/v1/serviceids/$actor" | show ''
done
# end::clean-up[]
# tag::remove-instances[]
# empty BUCKET: removes it with all that is in it
empty() {
  local object
  for object in $(as_owner "$IBMCLOUD_COS_URL/$1?list-type=2" \
      | grep -o '<Key>[^<]*</Key>' | cut -d'>' -f2 | cut -d'<' -f1); do
    as_owner -X DELETE "$IBMCLOUD_COS_URL/$1/${object//+/%2B}" >answer.txt
  done
  as_owner -X DELETE "$IBMCLOUD_COS_URL/$1" | show ''
}
# gone CRN: ends an instance, without the week of waiting
gone() {
  local guid
  guid=$(cut -d: -f8 <<<"$1")
  as_owner -X DELETE "$instances/$guid?recursive=true" >answer.txt
  waiting="$IBMCLOUD_RESOURCE_CONTROLLER_URL/v1/reclamations"
  as_owner -X POST "$waiting/$(as_owner "$waiting?resource_instance_id=$guid" | field id)/actions/reclaim" \
    -d '{"comment": "the workshop is over"}' | show ''
}
empty "$bucket"
gone "$store"
gone "$stream"
gone "$log"
partner
remove "$abroad"
empty "$their_bucket"
gone "$their_store"
rm -f answer.txt headers.txt
# end::remove-instances[]
