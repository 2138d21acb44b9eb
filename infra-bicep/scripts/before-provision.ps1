# Registers the resource providers, makes the app registration of the sign-in, and fixes the start of the budget: each once.
# Needs az, signed in as a person who may register providers and applications. The registration gets no secret. Can be run again.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

foreach ($provider in 'Microsoft.App', 'Microsoft.Web', 'Microsoft.ServiceBus', 'Microsoft.Storage', 'Microsoft.KeyVault', 'Microsoft.ManagedIdentity',
    'Microsoft.OperationalInsights', 'Microsoft.Insights', 'Microsoft.Network', 'Microsoft.CognitiveServices', 'Microsoft.Consumption') {
    if ((az provider show --namespace $provider --query registrationState --output tsv) -ne 'Registered') {
        Write-Host "Registering the resource provider $provider"
        az provider register --namespace $provider --wait
    }
}

# A budget's first month cannot be changed later, so the month of the first deployment is remembered.
if ($env:HELPDESK_BUDGET -and $env:HELPDESK_BUDGET -ne '0' -and -not $env:HELPDESK_BUDGET_START) {
    azd env set HELPDESK_BUDGET_START ([DateTime]::UtcNow.ToString('yyyy-MM-01'))
}

if ($env:HELPDESK_SIGN_IN_CLIENT_ID) { exit 0 }

$name = "HelpDesk sign-in ($env:AZURE_ENV_NAME)"
$client = az ad app list --display-name $name --query '[0].appId' --output tsv
if (-not $client) {
    $client = az ad app create --display-name $name --sign-in-audience AzureADMyOrg --enable-id-token-issuance true --query appId --output tsv
}
# The token holds the groups of a person: App Service Authentication compares them with allowedGroupIds.
az ad app update --id $client --set groupMembershipClaims=SecurityGroup
if (-not (az ad sp list --filter "appId eq '$client'" --query '[0].id' --output tsv)) {
    az ad sp create --id $client --output none
}
azd env set HELPDESK_SIGN_IN_CLIENT_ID $client
Write-Host "Sign-in: app registration $name, client id $client"
