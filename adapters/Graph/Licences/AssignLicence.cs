using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Remediation;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>Gives a person a licence.</summary>
internal sealed class AssignLicence(GraphGateway graph, AccountReader accounts, LicenceReader licences) : LicenceChange(graph, accounts, licences, wanted: true)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.assign-licence",
        Title = "Assign licence",
        Effect = "The person gets the licence; one free seat is used.",
        Undo = "The licence is taken back, if this gave it.",
        Target = TargetKind.User,
        Impact = Impact.Low,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        ThrottleClass = "IDN",
        Parameters = ["skuId"],
        VerifyFor = TimeSpan.FromMinutes(10),
        VerifyEvery = TimeSpan.FromSeconds(15),
    };
}
