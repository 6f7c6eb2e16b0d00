# Docs: the registry tutorial with curl, step by step. A test runs it after prelude.sh; the page shows it by tag.
# tag::set-up[]
answer=$(as_owner "$IBMCLOUD_IAM_URL/v1/serviceids/" \
  -d '{"account_id": "'"$IBMCLOUD_ACCOUNT_ID"'", "name": "think-registry-demo"}')
robot=$(field iam_id <<<"$answer")
show 'iam_id|name' <<<"$answer"
answer=$(as_owner "$IBMCLOUD_IAM_URL/v1/apikeys" -d '{
  "account_id": "'"$IBMCLOUD_ACCOUNT_ID"'", "iam_id": "'"$robot"'",
  "name": "think-registry-demo-key"}')
robot_key=$(field apikey <<<"$answer")
show 'id|name' <<<"$answer"
# end::set-up[]
# tag::who-loses-access[]
keys=$(as_owner "$IBMCLOUD_IAM_URL/v1/apikeys?account_id=$IBMCLOUD_ACCOUNT_ID&scope=account")
# may_pull WHO: asks the decision engine, and changes nothing
may_pull() {
  curl -sS "$IBMCLOUD_IAM_URL/sandbox/v1/authz" -H 'Content-Type: application/json' -d '{
    "subject": "'"$1"'", "action": "container-registry.image.pull",
    "resource": {"accountId": "'"$IBMCLOUD_ACCOUNT_ID"'",
      "serviceName": "container-registry", "region": "us-south"}}' | field decision
}
for who in $(grep -o '"iam_id":"[^"]*"' <<<"$keys" | cut -d'"' -f4); do
  echo "$who: $(may_pull "$who")"
done
# end::who-loses-access[]
# tag::way-back[]
carla=$(grep -o '"name":"key-of-Carla"[^}]*' <<<"$keys" | field iam_id)
reader=crn:v1:bluemix:public:iam::::serviceRole:Reader
writer=crn:v1:bluemix:public:iam::::serviceRole:Writer
answer=$(as_owner "$IBMCLOUD_IAM_URL/v2/policies" -d '{
  "type": "access",
  "subject": {"attributes": [
    {"key": "iam_id", "operator": "stringEquals", "value": "'"$carla"'"}]},
  "control": {"grant": {"roles": [
    {"role_id": "'"$reader"'"}, {"role_id": "'"$writer"'"}]}},
  "resource": {"attributes": [
    {"key": "accountId", "operator": "stringEquals", "value": "'"$IBMCLOUD_ACCOUNT_ID"'"},
    {"key": "serviceName", "operator": "stringEquals", "value": "container-registry"},
    {"key": "region", "operator": "stringEquals", "value": "us-south"}]}}')
way_back=$(field id <<<"$answer")
show state <<<"$answer"
echo "$carla: $(may_pull "$carla")"
# end::way-back[]
# tag::namespaces[]
us_south="http://$IBMCLOUD_REGISTRY_US_SOUTH"
eu_gb="http://$IBMCLOUD_REGISTRY_EU_GB"
# namespace METHOD REGISTRY NAME
namespace() {
  as_owner -X "$1" "$2/api/v1/namespaces/$3" -H "Account: $IBMCLOUD_ACCOUNT_ID"
}
namespace PUT "$us_south" my_namespace | show namespace
namespace PUT "$us_south" other_namespace | show namespace
namespace PUT "$eu_gb" my_namespace | show namespace
# end::namespaces[]
# tag::image[]
digest() { echo "sha256:$(sha256sum "$1" | cut -d' ' -f1)"; }
# part TYPE FILE
part() {
  printf '{"mediaType":"application/vnd.oci.image.%s","digest":"%s","size":%d}' \
    "$1" "$(digest "$2")" "$(wc -c <"$2")"
}
echo 'hello, world' >hello.txt && tar -cf layer.tar hello.txt
printf '{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":["%s"]}}' \
  "$(digest layer.tar)" >config.json
printf '{"schemaVersion":2,"config":%s,"layers":[%s]}' \
  "$(part config.v1+json config.json)" "$(part layer.v1.tar layer.tar)" >manifest.json
# end::image[]
# tag::push-image[]
# registry_token KEY REGISTRY NAMESPACE ACTIONS
registry_token() {
  curl -sS -K <(printf 'user = "iamapikey:%s"' "$1") \
    "$2/oauth/token?service=registry&scope=repository:$3/hello-world:$4" | field token
}
# push KEY REGISTRY NAMESPACE TAG
push() {
  local token there="$2/v2/$3/hello-world" file
  token=$(registry_token "$1" "$2" "$3" pull,push)
  send() {
    curl -sS -D headers.txt -o answer.txt -w ' %{http_code}' -H @<(bearer "$token") "$@"
  }
  printf 'push %s/hello-world:%s HTTP' "$3" "$4"
  for file in layer.tar config.json; do
    send --data-binary @"$file" -H 'Content-Type: application/octet-stream' \
      "$there/blobs/uploads/?digest=$(digest "$file")"
  done
  send -X PUT --data-binary @manifest.json \
    -H 'Content-Type: application/vnd.oci.image.manifest.v1+json' "$there/manifests/$4"
  echo
}
push "$IBMCLOUD_API_KEY" "$us_south" my_namespace 3.6
push "$IBMCLOUD_API_KEY" "$us_south" other_namespace 3.6
push "$IBMCLOUD_API_KEY" "$eu_gb" my_namespace 3.6
# end::push-image[]
# tag::pull-unenforced[]
# pull REGISTRY NAMESPACE, as the robot
pull() {
  curl -sS -D headers.txt -o answer.txt -w "pull $2/hello-world:3.6 HTTP %{http_code}\n" \
    -H @<(bearer "$(registry_token "$robot_key" "$1" "$2" pull)") \
    "$1/v2/$2/hello-world/manifests/3.6"
}
pull "$us_south" my_namespace
# end::pull-unenforced[]
# tag::enforce[]
enforcement() { as_owner "$us_south/api/v1/auth" -H "Account: $IBMCLOUD_ACCOUNT_ID" "$@"; }
enforcement -X PATCH -d '{"iam_authz": true}' | show ''
enforcement | show iam_authz
enforcement -X PATCH -d '{"iam_authz": false}' | show message
# end::enforce[]
# tag::pull-denied[]
# the registry's sentence, and the decision behind it
why() {
  local decision
  decision=$(grep -i '^sandbox-decision:' headers.txt | cut -d' ' -f2 | tr -d '\r')
  field message <answer.txt
  printf '%b\n' "$(curl -sS "$IBMCLOUD_IAM_URL$decision" | field explanation)"
}
pull "$us_south" my_namespace
why
# end::pull-denied[]
# tag::grant-reader[]
# robot_may ROLE...: the text of a policy
robot_may() {
  local roles
  roles=$(printf '{"role_id": "%s"},' "$@")
  echo '{
    "type": "access",
    "subject": {"attributes": [
      {"key": "iam_id", "operator": "stringEquals", "value": "'"$robot"'"}]},
    "control": {"grant": {"roles": ['"${roles%,}"']}},
    "resource": {"attributes": [
      {"key": "accountId", "operator": "stringEquals", "value": "'"$IBMCLOUD_ACCOUNT_ID"'"},
      {"key": "serviceName", "operator": "stringEquals", "value": "container-registry"},
      {"key": "region", "operator": "stringEquals", "value": "us-south"},
      {"key": "resourceType", "operator": "stringEquals", "value": "namespace"},
      {"key": "resource", "operator": "stringEquals", "value": "my_namespace"}]}}'
}
policy=$(as_owner "$IBMCLOUD_IAM_URL/v2/policies" -d "$(robot_may "$reader")" | field id)
pull "$us_south" my_namespace
pull "$us_south" other_namespace
why
pull "$eu_gb" my_namespace
why
# end::grant-reader[]
# tag::grant-writer[]
push "$robot_key" "$us_south" my_namespace 3.7
why
as_owner -D headers.txt "$IBMCLOUD_IAM_URL/v2/policies/$policy" | show ''
etag=$(grep -i '^etag:' headers.txt | cut -d' ' -f2 | tr -d '\r')
as_owner -X PUT "$IBMCLOUD_IAM_URL/v2/policies/$policy" -H "If-Match: $etag" \
  -d "$(robot_may "$reader" "$writer")" | show state
push "$robot_key" "$us_south" my_namespace 3.7
# end::grant-writer[]
# tag::remove-policy[]
earlier=$(registry_token "$robot_key" "$us_south" my_namespace pull)
as_owner -X DELETE "$IBMCLOUD_IAM_URL/v2/policies/$policy" | show ''
pull "$us_south" my_namespace
why
pull_with_earlier_token() {
  curl -sS -o answer.txt -w 'earlier token HTTP %{http_code}\n' -H @<(bearer "$earlier") \
    "$us_south/v2/my_namespace/hello-world/manifests/3.6"
}
pull_with_earlier_token
curl -sS -X PUT "$IBMCLOUD_IAM_URL/sandbox/v1/clock" -o answer.txt \
  -H 'Content-Type: application/json' -d '{"advance": "PT61S"}'
pull_with_earlier_token
# end::remove-policy[]
# tag::clean-up[]
as_owner -X DELETE "$IBMCLOUD_IAM_URL/v2/policies/$way_back" | show ''
namespace DELETE "$us_south" my_namespace | show ''
namespace DELETE "$us_south" other_namespace | show ''
namespace DELETE "$eu_gb" my_namespace | show ''
as_owner -X DELETE "$IBMCLOUD_IAM_URL/v1/serviceids/${robot#iam-}" | show ''
rm -f hello.txt layer.tar config.json manifest.json answer.txt headers.txt
# end::clean-up[]
