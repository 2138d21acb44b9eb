using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Accounts;

/// <summary>The state before sign-in was switched.</summary>
/// <param name="Enabled">True when sign-in was allowed.</param>
internal sealed record SignInState(bool Enabled) : TargetState
{
    /// <inheritdoc />
    public override string Form => "sign-in/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("enabled", Enabled));
}
