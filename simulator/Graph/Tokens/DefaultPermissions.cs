namespace HelpDesk.Simulator.Graph.Tokens;

/// <summary>Application permissions that a client of the simulated tenant has unless it was given others.</summary>
internal static class DefaultPermissions
{
    public static readonly IReadOnlyList<string> All =
    [
        "User.Read.All", "User.ReadWrite.All", "User.EnableDisableAccount.All", "User.RevokeSessions.All", "User-PasswordProfile.ReadWrite.All",
        "User-Phone.ReadWrite.All", "User-Mail.ReadWrite.All", "Directory.Read.All", "GroupMember.Read.All", "GroupMember.ReadWrite.All",
        "UserAuthenticationMethod.Read.All", "UserAuthMethod-Phone.ReadWrite.All", "UserAuthMethod-MicrosoftAuthApp.ReadWrite.All",
        "UserAuthMethod-Passkey.ReadWrite.All", "UserAuthMethod-SoftwareOATH.ReadWrite.All", "UserAuthMethod-WindowsHello.ReadWrite.All",
        "UserAuthMethod-TAP.Read.All", "UserAuthMethod-TAP.ReadWrite.All", "LicenseAssignment.Read.All", "LicenseAssignment.ReadWrite.All",
        "DeviceManagementManagedDevices.Read.All", "DeviceManagementManagedDevices.ReadWrite.All", "DeviceManagementManagedDevices.PrivilegedOperations.All",
        "DeviceLocalCredential.Read.All", "DeviceLocalCredential.ReadBasic.All", "BitlockerKey.Read.All", "BitlockerKey.ReadBasic.All", "DeviceManagementRBAC.Read.All", "AuditLog.Read.All", "IdentityRiskyUser.Read.All",
        "IdentityRiskyUser.ReadWrite.All", "Mail.Send", "Mail.Read", "RoleManagement.Read.Directory",
        "RoleEligibilitySchedule.Read.Directory", "PrivilegedEligibilitySchedule.Read.AzureADGroup", "Policy.Read.All",
    ];
}
