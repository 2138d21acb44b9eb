# Ties the app registration to the deployed app. Needs az and the outputs of the deployment, which azd sets. Reaches Entra only, never
# the vault, so that it works from outside a private network. Can be run again.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

# Entra is eventually consistent: what the deployment has just made may be unknown to it for a minute.
function Invoke-Again([scriptblock]$Do) {
    for ($wait = 5; ; $wait *= 2) {
        try { & $Do; return }
        catch {
            if ($wait -gt 80) { throw "Still failing after two and a half minutes: $_. Run 'azd provision' again, or this script alone; what was done stays done." }
            Write-Host "Trying again in $wait s"
            Start-Sleep -Seconds $wait
        }
    }
}

$tenant = az account show --query tenantId --output tsv
$urls = @("$env:HELPDESK_URL/.auth/login/aad/callback")
if ($env:HELPDESK_PUBLIC_URL) { $urls += "$($env:HELPDESK_PUBLIC_URL.TrimEnd('/'))/.auth/login/aad/callback" }
Invoke-Again { az ad app update --id $env:HELPDESK_SIGN_IN_CLIENT_ID --web-redirect-uris @urls }

# The identity of the app replaces a client secret.
$file = New-TemporaryFile
try {
    Invoke-Again {
        $known = az ad app federated-credential list --id $env:HELPDESK_SIGN_IN_CLIENT_ID --output json | ConvertFrom-Json |
            Where-Object subject -EQ $env:HELPDESK_APP_PRINCIPAL
        if ($known) { return }
        @{
            name      = "app-$($env:HELPDESK_APP_PRINCIPAL.Substring(0, 8))"
            issuer    = "https://login.microsoftonline.com/$tenant/v2.0"
            subject   = $env:HELPDESK_APP_PRINCIPAL
            audiences = @('api://AzureADTokenExchange')
        } | ConvertTo-Json | Set-Content -LiteralPath $file
        az ad app federated-credential create --id $env:HELPDESK_SIGN_IN_CLIENT_ID --output none --parameters "@$file"
    }
}
finally {
    Remove-Item -LiteralPath $file
}

Write-Host 'Next: let a Privileged Role Administrator run infra-bicep/scripts/graph-roles.ps1; when the app is deployed, run infra-bicep/scripts/after-deploy.sh.'
