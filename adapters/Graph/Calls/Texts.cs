namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>Sentences that several remediations say.</summary>
internal static class Texts
{
    public const string AccountGone = "The account does not exist any more.";

    public const string Synced = "The account is synchronised from Active Directory, where this would be overwritten: it must be done in Active Directory.";

    public const string Guest = "The account is a guest of another organisation, which this does not reach.";

    public const string DeviceOfNobody = "The device has no primary user, so it is not known whose it is.";

    public const string NoGuest = "The account is no guest.";

    public const string GuestHasOwn = "The account is a guest; there is a remediation of its own for guests.";

    public const string DeviceGone = "The device is not enrolled any more.";

    /// <summary>No device was in the plan.</summary>
    public const string DeviceUnknown = "The plan acts on no device: the reported device is not known.";
}
