# Ties the app registration to the deployed app and makes the key of the links in ticket comments and the key of forms, each only when missing.
# Needs az and the outputs of the deployment, which azd sets.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$tenant = az account show --query tenantId --output tsv
# HELPDESK_PUBLIC_URL only with a custom domain.
$urls = @("$env:HELPDESK_URL/.auth/login/aad/callback")
if ($env:HELPDESK_PUBLIC_URL) { $urls += "$($env:HELPDESK_PUBLIC_URL.TrimEnd('/'))/.auth/login/aad/callback" }
az ad app update --id $env:HELPDESK_SIGN_IN_CLIENT_ID --web-redirect-uris @urls

# The identity of the app stands in for a client secret.
$known = az ad app federated-credential list --id $env:HELPDESK_SIGN_IN_CLIENT_ID --output json | ConvertFrom-Json |
    Where-Object subject -EQ $env:HELPDESK_APP_PRINCIPAL
$file = New-TemporaryFile
try {
    if (-not $known) {
        @{
            name      = "app-$($env:HELPDESK_APP_PRINCIPAL.Substring(0, 8))"
            issuer    = "https://login.microsoftonline.com/$tenant/v2.0"
            subject   = $env:HELPDESK_APP_PRINCIPAL
            audiences = @('api://AzureADTokenExchange')
        } | ConvertTo-Json | Set-Content -LiteralPath $file
        az ad app federated-credential create --id $env:HELPDESK_SIGN_IN_CLIENT_ID --output none --parameters "@$file"
    }

    # Stops here when the vault cannot be read: in a private network run this script from inside it; after a first deployment
    # wait some minutes for the role.
    $names = @(az keyvault secret list --vault-name $env:HELPDESK_VAULT --query '[].name' --output tsv)
    # Two keys, so that each can be replaced without the other.
    foreach ($name in @('link-key', 'cookie-key') | Where-Object { $names -notcontains $_ }) {
        $key = [Convert]::ToBase64String([Security.Cryptography.RandomNumberGenerator]::GetBytes(32))
        Set-Content -LiteralPath $file -Value $key -NoNewline
        az keyvault secret set --vault-name $env:HELPDESK_VAULT --name $name --file "$file" --output none
    }
}
finally {
    Remove-Item -LiteralPath $file
}

Write-Host 'Next: enter the secrets of your ticket system (infra-bicep/README.md), and let a Privileged Role Administrator run infra-bicep/scripts/graph-roles.ps1.'
