# Makes the app registration of the sign-in, once, and remembers its client id in the azd environment.
# Needs az, signed in as somebody who may register applications. The registration gets no secret.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

if ($env:HELPDESK_SIGN_IN_CLIENT_ID) { exit 0 }

$name = "HelpDesk sign-in ($env:AZURE_ENV_NAME)"
$client = az ad app list --display-name $name --query '[0].appId' --output tsv
if (-not $client) {
    $client = az ad app create --display-name $name --sign-in-audience AzureADMyOrg --enable-id-token-issuance true --query appId --output tsv
    # The groups of a person stand in the token: App Service Authentication compares them with allowedGroupIds.
    az ad app update --id $client --set groupMembershipClaims=SecurityGroup
    az ad sp create --id $client --output none
}
azd env set HELPDESK_SIGN_IN_CLIENT_ID $client
Write-Host "Sign-in: app registration $name, client id $client"
