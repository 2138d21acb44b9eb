using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>Gives a person a licence.</summary>
internal sealed class AssignLicence(AccountReader accounts, LicenceReader licences, LicenceRules rules, LicenceWriter writer)
    : LicenceChange(accounts, licences, rules, writer, wanted: true)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.assign-licence",
        Title = "Assign licence",
        Press = "Assign the licence to {0}",
        Effect = "The person gets the licence; one free seat is used.",
        Undo = "The licence is removed, if this step assigned it.",
        Requester = LocalizedText.Of(
            "You were given the licence.",
            "Sie haben die Lizenz erhalten.",
            "Se le ha asignado la licencia.",
            "La licence vous a été attribuée."),
        Preconditions =
        [
            "The account exists and has a usage location.",
            "A seat of the licence is free.",
            "No plan of the licence excludes one of a licence that the person has.",
            "No one changed the licence since the plan was approved.",
        ],
        Captures = "Whether the person has the licence, and which of its plans are switched off.",
        Execution = "POST /users/{id}/assignLicense.",
        Verification = "GET /users/{id}/licenseDetails shows the licence.",
        NeverTouches = ["Other licences of the person."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.Low,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        Parameters = ["skuId"],
        VerifyFor = TimeSpan.FromMinutes(10),
        VerifyEvery = TimeSpan.FromSeconds(15),
    };
}
