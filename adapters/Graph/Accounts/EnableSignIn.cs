using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Remediation;

namespace HelpDesk.Adapters.Graph.Accounts;

/// <summary>Allows sign-in of a blocked account.</summary>
internal sealed class EnableSignIn(GraphGateway graph, AccountReader accounts) : SignInSwitch(graph, accounts, wanted: true)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.enable-sign-in",
        Title = "Allow sign-in again",
        Effect = "The blocked account can sign in again.",
        Undo = "Sign-in is blocked again.",
        Target = TargetKind.User,
        Impact = Impact.Medium,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        ThrottleClass = "IDN",
        VerifyFor = TimeSpan.FromMinutes(5),
        VerifyEvery = TimeSpan.FromSeconds(10),
    };
}
