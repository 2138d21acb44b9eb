using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Remediation;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>Takes a licence from a person.</summary>
internal sealed class RemoveLicence(GraphGateway graph, AccountReader accounts, LicenceReader licences) : LicenceChange(graph, accounts, licences, wanted: false)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.remove-licence",
        Title = "Remove licence",
        Effect = "The person loses the application; its data is kept for a time.",
        Undo = "The licence is given back as it was, if a seat is free.",
        Target = TargetKind.User,
        Impact = Impact.Medium,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        ThrottleClass = "IDN",
        Parameters = ["skuId"],
        VerifyFor = TimeSpan.FromMinutes(10),
        VerifyEvery = TimeSpan.FromSeconds(15),
    };
}
