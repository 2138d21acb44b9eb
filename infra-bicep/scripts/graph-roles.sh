#!/usr/bin/env bash
# Gives each Graph identity its application roles, and says what one has beyond them. Run by a Privileged Role Administrator:
#   set -a; eval "$(azd env get-values)"; set +a; infra-bicep/scripts/graph-roles.sh [--check]
# --check changes nothing. Ends with 3 when an identity lacks a role (with --check) or has one too many. Can be run again.
set -euo pipefail

# Generated from the remediation catalogue; a test compares (GraphRoleScriptTests).
# <roles>
read='AuditLog.Read.All DeviceManagementManagedDevices.Read.All Directory.Read.All GroupMember.Read.All IdentityRiskyUser.Read.All LicenseAssignment.Read.All Policy.Read.All PrivilegedEligibilitySchedule.Read.AzureADGroup RoleEligibilitySchedule.Read.Directory RoleManagement.Read.Directory User.Read.All UserAuthMethod-TAP.Read.All UserAuthenticationMethod.Read.All'
identity='GroupMember.ReadWrite.All IdentityRiskyUser.ReadWrite.All LicenseAssignment.ReadWrite.All User.EnableDisableAccount.All User.Read.All User.RevokeSessions.All'
credential='BitlockerKey.Read.All DeviceLocalCredential.Read.All User-PasswordProfile.ReadWrite.All UserAuthMethod-MicrosoftAuthApp.ReadWrite.All UserAuthMethod-Passkey.ReadWrite.All UserAuthMethod-Phone.ReadWrite.All UserAuthMethod-SoftwareOATH.ReadWrite.All UserAuthMethod-TAP.ReadWrite.All UserAuthMethod-WindowsHello.ReadWrite.All'
device='DeviceManagementManagedDevices.PrivilegedOperations.All DeviceManagementManagedDevices.ReadWrite.All'
beta='DeviceManagementRBAC.Read.All'
# </roles>

# Output of the deployment (useGraphBeta): what only beta endpoints need is given with them alone.
if [ "${HELPDESK_GRAPH_BETA:-false}" = true ]; then read="$read $beta"; fi
# With a notice mailbox (Graph:NoticeMailbox). Limit it to that mailbox with an application access policy of Exchange Online.
if [ -n "${HELPDESK_NOTICE_MAILBOX:-}" ]; then identity="$identity Mail.Send"; fi

graph=00000003-0000-0000-c000-000000000000
check=${1:-}
difference=0
resource=$(az ad sp show --id "$graph" --query id --output tsv)
# Lines of "id name".
catalogue=$(az ad sp show --id "$graph" --query "appRoles[?contains(allowedMemberTypes, 'Application')].[id, value]" --output tsv)

name_of() { awk -v id="$1" '$1 == id { print $2 }' <<<"$catalogue"; }
id_of() { awk -v name="$1" '$2 == name { print $1 }' <<<"$catalogue"; }

grant() {
  local who=$1 principal=$2 wanted=$3 url has role id
  url="https://graph.microsoft.com/v1.0/servicePrincipals/$principal/appRoleAssignments"
  has=$(az rest --method get --url "$url" --query "value[?resourceId=='$resource'].appRoleId" --output tsv)
  for role in $wanted; do
    id=$(id_of "$role")
    [ -n "$id" ] || { echo "$who: Graph knows no application role $role" >&2; exit 1; }
    if grep -qx "$id" <<<"$has"; then continue; fi
    if [ "$check" = --check ]; then echo "$who: lacks $role"; difference=3; continue; fi
    az rest --method post --url "$url" --output none --headers Content-Type=application/json \
      --body "{\"principalId\":\"$principal\",\"resourceId\":\"$resource\",\"appRoleId\":\"$id\"}"
    echo "$who: $role granted"
  done
  for id in $has; do
    role=$(name_of "$id")
    case " $wanted " in *" $role "*) ;; *) echo "$who: has $role and does not need it; remove it"; difference=3 ;; esac
  done
}

grant read "$HELPDESK_GRAPH_READ" "$read"
grant identity "$HELPDESK_GRAPH_IDENTITY" "$identity"
grant credential "$HELPDESK_GRAPH_CREDENTIAL" "$credential"
grant device "$HELPDESK_GRAPH_DEVICE" "$device"
exit "$difference"
