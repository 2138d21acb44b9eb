#!/bin/sh
# Registers the resource providers, makes the app registration of the sign-in, and fixes the start of the budget: each once.
# Needs az, signed in as a person who may register providers and applications. The registration gets no secret. Can be run again.
# azd keeps what it finds out; without azd, or without an environment of azd, it prints what to set.
set -eu

remember() {
  if command -v azd >/dev/null 2>&1 && azd env set "$1" "$2"; then return 0; fi
  echo "azd does not keep $1. Set it for this deployment and for every later one:"
  echo "  export $1='$2'"
}

for provider in Microsoft.App Microsoft.Web Microsoft.ServiceBus Microsoft.Storage Microsoft.KeyVault Microsoft.ManagedIdentity \
  Microsoft.OperationalInsights Microsoft.Insights Microsoft.Network Microsoft.CognitiveServices Microsoft.Consumption; do
  if [ "$(az provider show --namespace "$provider" --query registrationState --output tsv)" != Registered ]; then
    echo "Registering the resource provider $provider"
    az provider register --namespace "$provider" --wait
  fi
done

# A budget's first month cannot be changed later, so the month of the first deployment is remembered.
if [ "${HELPDESK_BUDGET:-0}" != 0 ] && [ -z "${HELPDESK_BUDGET_START:-}" ]; then
  remember HELPDESK_BUDGET_START "$(date -u +%Y-%m-01)"
fi

if [ -n "${HELPDESK_SIGN_IN_CLIENT_ID:-}" ]; then exit 0; fi

name="HelpDesk sign-in (${AZURE_ENV_NAME:?Set AZURE_ENV_NAME to the short name of the environment})"
client=$(az ad app list --display-name "$name" --query '[0].appId' --output tsv)
if [ -z "$client" ]; then
  client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --enable-id-token-issuance true --query appId --output tsv)
fi
# The token holds the groups of a person: App Service Authentication compares them with allowedGroupIds.
az ad app update --id "$client" --set groupMembershipClaims=SecurityGroup
if [ -z "$(az ad sp list --filter "appId eq '$client'" --query '[0].id' --output tsv)" ]; then
  az ad sp create --id "$client" --output none
fi
remember HELPDESK_SIGN_IN_CLIENT_ID "$client"
echo "Sign-in: app registration $name, client id $client"
