#!/usr/bin/env bash
# Checks a deployed app from outside, changes nothing, and says for each finding what to change:
#   set -a; eval "$(azd env get-values)"; set +a; infra-bicep/scripts/after-deploy.sh
# Needs curl; az only for the Graph roles. Ends with 1 when something is wrong.
set -uo pipefail

url=${HELPDESK_PUBLIC_URL:-${HELPDESK_URL:?Set HELPDESK_URL, an output of the deployment (azd env get-values).}}
url=${url%/}
here=$(dirname "${BASH_SOURCE[0]}")
wrong=0

good() { echo "ok      $*"; }
bad() { echo "WRONG   $*"; wrong=1; }
# status PATH [further arguments of curl]
status() { local path=$1; shift; curl --silent --output /dev/null --max-time 60 --write-out '%{http_code}' "$@" "$url$path"; }

case $(status /api/health/live) in
  200) good "the app answers" ;;
  000) bad "no answer from $url: check the address, DNS and the network, and that 'azd deploy' ended well" ;;
  503 | 502) bad "the app does not start: 'az webapp log tail' (or the table FunctionAppLogs) shows its report of settings" ;;
  401 | 302) bad "App Service Authentication keeps /api/health/live closed: deploy infra-bicep/modules/authentication.bicep again (excludedPaths)" ;;
  *) bad "/api/health/live does not answer 200" ;;
esac

ready=$(status /api/health/ready)
if [ "$ready" = 200 ]; then good "all that the app depends on works"
else bad "/api/health/ready answers $ready: sign in and open /operations, it names each dependency with what to change"; fi

case $(status /cases) in
  302 | 401) good "pages ask for a sign-in" ;;
  200) bad "/cases is open without a sign-in: App Service Authentication is off. Deploy infra-bicep/modules/authentication.bicep again" ;;
  *) bad "/cases answers neither a sign-in nor a page" ;;
esac

# Without a working token store the platform answers the callback with an error page, whatever the sign-in says.
case $(status /.auth/login/aad) in
  302) good "the sign-in leads to Entra" ;;
  *) bad "/.auth/login/aad does not lead to Entra: check the app registration. If people come back from Entra to an error, set HELPDESK_SIGN_IN_TOKENS_IN_BLOBS (README.md, \"Sign-in\") and deploy" ;;
esac

for system in servicenow jira; do
  case $(status "/api/webhooks/$system" --request POST --header 'Content-Type: application/json' --data '{}') in
    401) good "webhooks of $system without a signature are refused" ;;
    404) good "webhooks of $system are off, as it is not set up" ;;
    302) bad "App Service Authentication catches webhooks of $system: deploy infra-bicep/modules/authentication.bicep again (excludedPaths)" ;;
    2*) bad "an unsigned webhook of $system was accepted: take the app off the network and report it (SECURITY.md)" ;;
    *) bad "/api/webhooks/$system answers neither 401 nor 404" ;;
  esac
done

if [ -n "${HELPDESK_GRAPH_READ:-}" ] && command -v az >/dev/null; then
  if "$here/graph-roles.sh" --check; then good "Graph roles are as they should be"
  else bad "Graph roles differ (lines above): a Privileged Role Administrator runs infra-bicep/scripts/graph-roles.sh"; fi
fi
exit "$wrong"
