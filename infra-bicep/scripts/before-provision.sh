#!/bin/sh
# Makes the app registration of the sign-in, once, and remembers its client id in the azd environment.
# Needs az, signed in as a person who may register applications. The registration gets no secret.
set -eu

if [ -n "${HELPDESK_SIGN_IN_CLIENT_ID:-}" ]; then exit 0; fi

name="HelpDesk sign-in ($AZURE_ENV_NAME)"
client=$(az ad app list --display-name "$name" --query '[0].appId' --output tsv)
if [ -z "$client" ]; then
  client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --enable-id-token-issuance true --query appId --output tsv)
  # The token holds the groups of a person: App Service Authentication compares them with allowedGroupIds.
  az ad app update --id "$client" --set groupMembershipClaims=SecurityGroup
  az ad sp create --id "$client" --output none
fi
azd env set HELPDESK_SIGN_IN_CLIENT_ID "$client"
echo "Sign-in: app registration $name, client id $client"
