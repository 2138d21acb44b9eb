#!/bin/sh
# Ties the app registration to the deployed app. Needs az and the outputs of the deployment, which azd sets. Reaches Entra only, never
# the vault, so that it works from outside a private network. Can be run again.
set -eu

# Entra is eventually consistent: what the deployment has just made may be unknown to it for a minute.
retry() {
  wait=5
  until "$@"; do
    if [ "$wait" -gt 80 ]; then
      echo "Still failing after two and a half minutes: $*. Run 'azd provision' again, or this script alone; what was done stays done." >&2
      exit 1
    fi
    echo "Trying again in $wait s" >&2
    sleep "$wait"
    wait=$((wait * 2))
  done
}

tenant=$(az account show --query tenantId --output tsv)
# HELPDESK_PUBLIC_URL only with a custom domain.
urls="$HELPDESK_URL/.auth/login/aad/callback"
if [ -n "${HELPDESK_PUBLIC_URL:-}" ]; then urls="$urls ${HELPDESK_PUBLIC_URL%/}/.auth/login/aad/callback"; fi
# shellcheck disable=SC2086 # one argument for each address
retry az ad app update --id "$HELPDESK_SIGN_IN_CLIENT_ID" --web-redirect-uris $urls

# The identity of the app replaces a client secret.
tie() {
  known=$(az ad app federated-credential list --id "$HELPDESK_SIGN_IN_CLIENT_ID" --query "[?subject=='$HELPDESK_APP_PRINCIPAL'] | length(@)" --output tsv) || return 1
  if [ "$known" != 0 ]; then return 0; fi
  az ad app federated-credential create --id "$HELPDESK_SIGN_IN_CLIENT_ID" --output none --parameters "{
    \"name\": \"app-$(echo "$HELPDESK_APP_PRINCIPAL" | cut -c1-8)\",
    \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\",
    \"subject\": \"$HELPDESK_APP_PRINCIPAL\",
    \"audiences\": [\"api://AzureADTokenExchange\"]
  }"
}
retry tie

echo "Next: let a Privileged Role Administrator run infra-bicep/scripts/graph-roles.sh; when the app is deployed, run infra-bicep/scripts/after-deploy.sh."
