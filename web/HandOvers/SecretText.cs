using HelpDesk.Orchestrations.Domain.Remediations.Secrets;

namespace HelpDesk.Web.HandOvers;

/// <summary>What the pages say of a kind of secret: what it is for, and what to do with it.</summary>
internal static class SecretText
{
    /// <summary>What it opens, before it is shown.</summary>
    public static string LeadOf(SecretKind kind) => kind switch
    {
        SecretKind.TemporaryPass => "With this pass the person signs in once and sets up a new sign-in method. Whoever has it can sign in as them, so give it to nobody else.",
        SecretKind.LocalAdminPassword => "With this password anybody becomes administrator of the computer. Type it in yourself where you can, and give it to nobody but the person.",
        SecretKind.BitLockerKey => "With this key anybody who holds the computer can read its disk. Read it to the person while they sit in front of it.",
        SecretKind.DevicePasscode => "With this code anybody who holds the device can open it. Give it to nobody but the person.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What happens at the press.</summary>
    public static string PressOf(SecretKind kind) => kind == SecretKind.TemporaryPass
        ? "It is made when you press, shown once, and kept nowhere. Have the person with you or on the phone."
        : "It is read when you press, shown once, and kept nowhere here. The reading stands in the audit log with your name. Have the person with you or on the phone.";

    /// <summary>What the person does with it, once it is shown.</summary>
    public static string NextOf(SecretKind kind) => kind switch
    {
        SecretKind.TemporaryPass => "The person signs in with their address and this pass, then sets up a new sign-in method.",
        SecretKind.LocalAdminPassword => "The person or you sign in on the computer with this account and password, and sign out when the work is done.",
        SecretKind.BitLockerKey => "Compare the key id with the one on the screen of the computer, then type the key in.",
        SecretKind.DevicePasscode => "The person unlocks the device with this code and sets one of their own at once.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>How a shown one is made void; null for those that run out by themselves.</summary>
    public static string? VoidOf(SecretKind kind) => kind switch
    {
        SecretKind.LocalAdminPassword => "It works for some hours only: then the computer makes a new password by itself.",
        SecretKind.BitLockerKey => "It works for a day or so only: then the computer makes new recovery keys by itself.",
        _ => null,
    };
}
