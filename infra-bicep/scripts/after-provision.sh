#!/bin/sh
# Ties the app registration to the deployed app and makes the key of the links in ticket comments and the key of forms, each only when missing.
# Needs az, openssl, and the outputs of the deployment, which azd sets.
set -eu

tenant=$(az account show --query tenantId --output tsv)
# HELPDESK_PUBLIC_URL only with a custom domain.
urls="$HELPDESK_URL/.auth/login/aad/callback"
if [ -n "${HELPDESK_PUBLIC_URL:-}" ]; then urls="$urls ${HELPDESK_PUBLIC_URL%/}/.auth/login/aad/callback"; fi
# shellcheck disable=SC2086 # one argument for each address
az ad app update --id "$HELPDESK_SIGN_IN_CLIENT_ID" --web-redirect-uris $urls

# The identity of the app replaces a client secret.
known=$(az ad app federated-credential list --id "$HELPDESK_SIGN_IN_CLIENT_ID" --query "[?subject=='$HELPDESK_APP_PRINCIPAL'] | length(@)" --output tsv)
if [ "$known" = 0 ]; then
  az ad app federated-credential create --id "$HELPDESK_SIGN_IN_CLIENT_ID" --output none --parameters "{
    \"name\": \"app-$(echo "$HELPDESK_APP_PRINCIPAL" | cut -c1-8)\",
    \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\",
    \"subject\": \"$HELPDESK_APP_PRINCIPAL\",
    \"audiences\": [\"api://AzureADTokenExchange\"]
  }"
fi

# The vault's answer separates "missing" from "not reachable": only the first may be answered by a new key.
if ! names=$(az keyvault secret list --vault-name "$HELPDESK_VAULT" --query '[].name' --output tsv); then
  echo "The vault $HELPDESK_VAULT could not be read. In a private network run this script from inside it; after a first deployment wait some minutes for the role." >&2
  exit 1
fi
file=$(mktemp); trap 'rm -f "$file"' EXIT
# Two keys, so that each can be replaced without the other.
for name in link-key cookie-key; do
  if printf '%s\n' "$names" | grep -qx "$name"; then continue; fi
  openssl rand -base64 32 | tr -d '\n' >"$file"
  az keyvault secret set --vault-name "$HELPDESK_VAULT" --name "$name" --file "$file" --output none
done

echo "Next: enter the secrets of your ticket system (infra-bicep/README.md), and let a Privileged Role Administrator run infra-bicep/scripts/graph-roles.sh."
