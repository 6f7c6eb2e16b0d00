# Docs: the service ID tutorial with curl, step by step. A test runs it after prelude.sh; the page shows it by tag.
# tag::create-service-id[]
answer=$(as_owner "$IBMCLOUD_IAM_URL/v1/serviceids/" -d '{
  "account_id": "'"$IBMCLOUD_ACCOUNT_ID"'",
  "name": "think-registry-demo",
  "description": "Pulls images for the registry workshop"}')
robot=$(field id <<<"$answer")
show 'id|iam_id|name|description|created_at|locked' <<<"$answer"
# end::create-service-id[]
# tag::list-service-ids[]
as_owner "$IBMCLOUD_IAM_URL/v1/serviceids/?account_id=$IBMCLOUD_ACCOUNT_ID" \
  | show 'id|name|description|created_at|modified_at|locked'
# end::list-service-ids[]
# tag::create-api-key[]
answer=$(as_owner "$IBMCLOUD_IAM_URL/v1/apikeys" -d '{
  "account_id": "'"$IBMCLOUD_ACCOUNT_ID"'",
  "iam_id": "iam-'"$robot"'",
  "name": "think-registry-demo-key"}')
robot_key=$(field apikey <<<"$answer")      # into a variable: it is never shown again
show 'id|name|locked' <<<"$answer"
# end::create-api-key[]
# tag::read-claims[]
robot_token=$(token_for "$robot_key")
curl -sS "$IBMCLOUD_IAM_URL/identity/introspect" \
  --data-urlencode token@<(printf %s "$robot_token") \
  | show 'active|iam_id|sub_type|bss|iss|iat|exp' | sort -u
# end::read-claims[]
# tag::update-together[]
service_id="$IBMCLOUD_IAM_URL/v1/serviceids/$robot"
both_read=$(as_owner "$service_id" | field entity_tag)
echo Ann
as_owner -X PUT "$service_id" -H "If-Match: $both_read" -d '{
  "description": "Pulls images for the registry workshop; owner: team registry"}' | show ''
echo Bob
as_owner -X PUT "$service_id" -H "If-Match: $both_read" -d '{
  "description": "Pulls images for the registry workshop; ticket: OPS-1234"}' | show message
echo Bob, after reading again
bob_read=$(as_owner "$service_id" | field entity_tag)
as_owner -X PUT "$service_id" -H "If-Match: $bob_read" -d '{
  "description":
  "Pulls images for the registry workshop; owner: team registry; ticket: OPS-1234"}' \
  | show description
# end::update-together[]
# tag::lock[]
as_owner -X POST "$service_id/lock" | show ''
as_owner -X DELETE "$service_id" | show message
# end::lock[]
# tag::clean-up[]
as_owner -X DELETE "$service_id/lock" | show ''
as_owner -X DELETE "$service_id" | show ''             # its key goes with it
# end::clean-up[]
