using HelpDesk.Orchestrations.Domain.Remediations.Secrets;

namespace HelpDesk.Web.HandOvers;

/// <summary>What the pages say of a kind of secret: what it is for, and what to do with it.</summary>
internal static class SecretText
{
    /// <summary>What it gives access to, before it is shown.</summary>
    public static string LeadOf(SecretKind kind) => kind switch
    {
        SecretKind.TemporaryPass => "The person signs in once with this pass and sets up a new sign-in method. Anyone who has it can sign in as them, so give it to no one else.",
        SecretKind.LocalAdminPassword => "Anyone with this password has administrator rights on the computer. Type it in yourself if you can, and give it only to the person.",
        SecretKind.BitLockerKey => "Anyone who has this key and the computer can read its disk. Read it out while the person sits in front of the computer.",
        SecretKind.DevicePasscode => "Anyone who has this passcode and the device can unlock it. Give it only to the person.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What the button does.</summary>
    public static string PressOf(SecretKind kind) => kind == SecretKind.TemporaryPass
        ? "It's created when you select the button, shown once, and not stored. Have the person with you or on the phone."
        : "It's read when you select the button, shown once, and not stored here. The audit log records it with your name. Have the person with you or on the phone.";

    /// <summary>What the person does with it, once it is shown.</summary>
    public static string NextOf(SecretKind kind) => kind switch
    {
        SecretKind.TemporaryPass => "The person signs in with their email address and this pass, then sets up a new sign-in method.",
        SecretKind.LocalAdminPassword => "You or the person sign in on the computer with this account and password, and sign out when the work is done.",
        SecretKind.BitLockerKey => "Compare the key ID with the one on the computer's screen, then enter the key.",
        SecretKind.DevicePasscode => "The person unlocks the device with this passcode and sets a new one right away.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>How a shown one is made void; null for those that run out by themselves.</summary>
    public static string? VoidOf(SecretKind kind) => kind switch
    {
        SecretKind.LocalAdminPassword => "It works for a few hours. Then the computer sets a new password automatically.",
        SecretKind.BitLockerKey => "It works for about a day. Then the computer creates a new recovery key automatically.",
        _ => null,
    };
}
