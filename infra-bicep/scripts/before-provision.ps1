# Registers the resource providers, makes the app registration of the sign-in, and fixes the start of the budget: each once.
# Needs az, signed in as a person who may register providers and applications. The registration gets no secret. Can be run again.
# azd keeps what it finds out; without azd, or without an environment of azd, it prints what to set.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

function Save-Value([string]$name, [string]$value) {
    if (Get-Command azd -ErrorAction SilentlyContinue) {
        $PSNativeCommandUseErrorActionPreference = $false
        azd env set $name $value
        if ($LASTEXITCODE -eq 0) { return }
    }
    Write-Host "azd does not keep $name. Set it for this deployment and for every later one:"
    Write-Host "  `$env:$name = '$value'"
}

foreach ($provider in 'Microsoft.App', 'Microsoft.Web', 'Microsoft.ServiceBus', 'Microsoft.Storage', 'Microsoft.KeyVault', 'Microsoft.ManagedIdentity',
    'Microsoft.OperationalInsights', 'Microsoft.Insights', 'Microsoft.Network', 'Microsoft.CognitiveServices', 'Microsoft.Consumption') {
    if ((az provider show --namespace $provider --query registrationState --output tsv) -ne 'Registered') {
        Write-Host "Registering the resource provider $provider"
        az provider register --namespace $provider --wait
    }
}

# A budget's first month cannot be changed later, so the month of the first deployment is remembered.
if ($env:HELPDESK_BUDGET -and $env:HELPDESK_BUDGET -ne '0' -and -not $env:HELPDESK_BUDGET_START) {
    Save-Value HELPDESK_BUDGET_START ([DateTime]::UtcNow.ToString('yyyy-MM-01'))
}

if ($env:HELPDESK_SIGN_IN_CLIENT_ID) { exit 0 }

if (-not $env:AZURE_ENV_NAME) { throw 'Set AZURE_ENV_NAME to the short name of the environment.' }
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
Save-Value HELPDESK_SIGN_IN_CLIENT_ID $client
Write-Host "Sign-in: app registration $name, client id $client"
