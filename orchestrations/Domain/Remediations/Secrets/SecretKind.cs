namespace HelpDesk.Orchestrations.Domain.Remediations.Secrets;

/// <summary>What an entitled person hands over. None of them is ever kept (promise P3).</summary>
public enum SecretKind
{
    /// <summary>A one-time pass for an account (Entra), made when it is shown.</summary>
    TemporaryPass,

    /// <summary>The password of a computer's local administrator (Windows LAPS), read when it is shown.</summary>
    LocalAdminPassword,

    /// <summary>The recovery keys of a computer's disks (BitLocker), read when they are shown.</summary>
    BitLockerKey,

    /// <summary>The new code of a phone or tablet whose code was reset (Intune), read when it is shown.</summary>
    DevicePasscode,
}
