using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>Takes a licence from a person.</summary>
internal sealed class RemoveLicence(AccountReader accounts, LicenceReader licences, LicenceRules rules, LicenceWriter writer)
    : LicenceChange(accounts, licences, rules, writer, wanted: false)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.remove-licence",
        Title = "Remove licence",
        Press = "Remove the licence from {0}",
        Effect = "The person loses the application; Microsoft deletes its data after a time, a mailbox after 30 days.",
        Undo = "The licence is given back as it was, if a seat is free.",
        Requester = LocalizedText.Of(
            "The licence was removed.",
            "Die Lizenz wurde zurückgenommen.",
            "Se ha retirado la licencia.",
            "La licence a été retirée."),
        Preconditions =
        [
            "The account exists.",
            "The licence does not come through a group.",
            "No one changed the licence since the plan was approved.",
        ],
        Captures = "Whether the person has the licence, and which of its plans are switched off.",
        Execution = "POST /users/{id}/assignLicense.",
        Verification = "GET /users/{id}/licenseDetails does not show the licence.",
        NeverTouches = ["Other licences of the person.", "Mailbox and files themselves; but without a licence Microsoft deletes them after a time."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.Medium,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        Parameters = ["skuId"],
        VerifyFor = TimeSpan.FromMinutes(10),
        VerifyEvery = TimeSpan.FromSeconds(15),
    };
}
