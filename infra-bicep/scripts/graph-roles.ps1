# Gives each Graph identity its application roles, and says what one has beyond them. Run by a Privileged Role Administrator who
# is connected: Connect-MgGraph -Scopes AppRoleAssignment.ReadWrite.All, Application.Read.All
# -Check changes nothing. Ends with 3 when an identity lacks a role (with -Check) or has one too many. Can be run again.
#Requires -Modules Microsoft.Graph.Applications
param(
    # Object ids of the identities, from the outputs of the deployment (azd env get-values).
    [Parameter(Mandatory)][guid]$Read,
    [Parameter(Mandatory)][guid]$Identity,
    [Parameter(Mandatory)][guid]$Credential,
    [Parameter(Mandatory)][guid]$Device,
    # Whether beta endpoints are on (useGraphBeta): what only they need is given with them alone.
    [switch]$Beta,
    [switch]$Check
)
$ErrorActionPreference = 'Stop'

# Generated from the remediation catalogue; a test compares (GraphRoleScriptTests).
# <roles>
$roles = [ordered]@{
    read = @('AuditLog.Read.All', 'DeviceManagementManagedDevices.Read.All', 'Directory.Read.All', 'GroupMember.Read.All', 'IdentityRiskyUser.Read.All', 'LicenseAssignment.Read.All', 'Policy.Read.All', 'PrivilegedEligibilitySchedule.Read.AzureADGroup', 'RoleEligibilitySchedule.Read.Directory', 'RoleManagement.Read.Directory', 'User.Read.All', 'UserAuthMethod-TAP.Read.All', 'UserAuthenticationMethod.Read.All')
    identity = @('GroupMember.ReadWrite.All', 'IdentityRiskyUser.ReadWrite.All', 'LicenseAssignment.ReadWrite.All', 'User.EnableDisableAccount.All', 'User.Read.All', 'User.RevokeSessions.All')
    credential = @('BitlockerKey.Read.All', 'DeviceLocalCredential.Read.All', 'User-PasswordProfile.ReadWrite.All', 'UserAuthMethod-MicrosoftAuthApp.ReadWrite.All', 'UserAuthMethod-Passkey.ReadWrite.All', 'UserAuthMethod-Phone.ReadWrite.All', 'UserAuthMethod-SoftwareOATH.ReadWrite.All', 'UserAuthMethod-TAP.ReadWrite.All', 'UserAuthMethod-WindowsHello.ReadWrite.All')
    device = @('DeviceManagementManagedDevices.PrivilegedOperations.All', 'DeviceManagementManagedDevices.ReadWrite.All')
}
$betaRoles = @('DeviceManagementRBAC.Read.All')
# </roles>
if ($Beta) { $roles.read += $betaRoles }
# With a notice mailbox (Graph:NoticeMailbox). Limit it to that mailbox with an application access policy of Exchange Online.
if ($env:HELPDESK_NOTICE_MAILBOX) { $roles.identity += 'Mail.Send' }

$principals = @{ read = $Read; identity = $Identity; credential = $Credential; device = $Device }
$graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'"
$fault = 0
foreach ($who in $roles.Keys) {
    $principal = $principals[$who]
    $has = @(Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $principal -All | Where-Object ResourceId -EQ $graph.Id)
    foreach ($name in $roles[$who]) {
        $role = $graph.AppRoles | Where-Object { $_.Value -eq $name -and $_.AllowedMemberTypes -contains 'Application' }
        if (-not $role) { throw "${who}: Graph knows no application role $name" }
        if ($has.AppRoleId -contains $role.Id) { continue }
        if ($Check) { Write-Host "${who}: lacks $name"; $fault = 3; continue }
        $null = New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $principal -PrincipalId $principal -ResourceId $graph.Id -AppRoleId $role.Id
        Write-Host "${who}: $name granted"
    }
    foreach ($assignment in $has) {
        $name = ($graph.AppRoles | Where-Object Id -EQ $assignment.AppRoleId).Value
        if ($roles[$who] -notcontains $name) { Write-Host "${who}: has $name and does not need it; remove it"; $fault = 3 }
    }
}
exit $fault
