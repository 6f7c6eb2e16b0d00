# Docs: what the curl lines of the tutorials share. A test runs it before each of them.
# tag::prelude[]
# one field of an answer; several of them, and the status
field() { grep -o "\"$1\":\"[^\"]*\"" | head -1 | cut -d'"' -f4; }
show() { grep -oE "\"($1)\":(\"[^\"]*\"|[^,}]*)|^HTTP .*"; }
bearer() { printf 'Authorization: Bearer %s' "$1"; }
# an API key becomes a token
token_for() {
  curl -sS "$IBMCLOUD_IAM_URL/identity/token" \
    -d grant_type=urn:ibm:params:oauth:grant-type:apikey \
    --data-urlencode apikey@<(printf %s "$1") | field access_token
}
# a call with the token of the account's owner
owner=$(token_for "$IBMCLOUD_API_KEY")
[[ -n $owner ]] || echo "no token: was the sandbox started anew? Load its variables again"
as_owner() {
  curl -sS -w '\nHTTP %{http_code}\n' -H @<(bearer "$owner") \
    -H 'Content-Type: application/json' "$@"
}
# end::prelude[]
