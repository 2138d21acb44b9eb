using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Remediation;

namespace HelpDesk.Adapters.Graph.Accounts;

/// <summary>Blocks sign-in of an account.</summary>
internal sealed class DisableSignIn(GraphGateway graph, AccountReader accounts) : SignInSwitch(graph, accounts, wanted: false)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.disable-sign-in",
        Title = "Block sign-in",
        Effect = "The person cannot sign in to anything until the account is opened again.",
        Undo = "Sign-in is allowed again.",
        Target = TargetKind.User,
        Impact = Impact.High,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        IsProtective = true,
        ThrottleClass = "IDN",
        VerifyFor = TimeSpan.FromMinutes(5),
        VerifyEvery = TimeSpan.FromSeconds(10),
    };
}
